/// Apache JMeter against the course's servers, from Maven Central and only when it is asked for.
package eventloop.lab.study.jmeter;
