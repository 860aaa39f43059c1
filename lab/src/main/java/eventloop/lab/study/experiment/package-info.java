/// Small clients for lessons: the same on every operating system, and with nothing but the server's port. Each waits
/// until what it shows is true.
package eventloop.lab.study.experiment;
