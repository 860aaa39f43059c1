/// The comparison of the demo plan: the same load on one server after another.
package eventloop.lab.study.compare;
