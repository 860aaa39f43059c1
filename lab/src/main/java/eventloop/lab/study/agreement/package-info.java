/// Whether programs that load servers agree: JMeter, wrk and the lab's own, side by side at the same load.
package eventloop.lab.study.agreement;
