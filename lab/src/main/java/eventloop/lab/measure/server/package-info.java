/// Servers under test, as processes: how each is started, where it listens, and how it ends.
package eventloop.lab.measure.server;
