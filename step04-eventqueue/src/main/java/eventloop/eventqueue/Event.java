package eventloop.eventqueue;

import eventloop.eventqueue.TimerWheel.Timer;
import eventloop.selector.Acceptor;
import eventloop.selector.Connection;

/// Something that has happened and that the loop is to see to. These are all there are.
// tag::events[]
public sealed interface Event {
    /// Clients wait to be let in.
    record Accept(Acceptor acceptor) implements Event {}

    /// Bytes have arrived, or the end of them.
    record Read(Connection connection) implements Event {}

    /// A socket that was full has room again.
    record Write(Connection connection) implements Event {}

    /// A connection can advance without waiting for its socket, and lets the others go first.
    record Advance(Connection connection) implements Event {}

    /// The time for something is over: for what a client was to do, or for a pause.
    record Timeout(Timer timer) implements Event {}

    /// A task for the loop. Most often another thread has finished something, and this is what is to be done about it.
    record Completion(Runnable task) implements Event {}
}
// end::events[]
