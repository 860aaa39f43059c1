/// Results as people read them, and as files keep them.
package eventloop.lab.measure.result;
