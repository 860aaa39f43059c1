package eventloop.server;

import java.net.InetSocketAddress;

/// A server that accepts connections from its making until it ends.
public interface Server extends AutoCloseable {
    /// The address it listens on, with the port the system chose if 0 was asked for.
    InetSocketAddress address();

    /// Waits until the server has ended. Any thread but the server's own.
    ///
    /// @throws InterruptedException if the caller is not to wait any longer; the server lives on
    void awaitEnd() throws InterruptedException;

    /// Whether it has ended by a fault, which the log tells, and not because it was [#close]d; or has been closed,
    /// and its event loop stood still and did not end. Any thread.
    boolean hasFailed();

    /// Accepts no more connections, lets the requests under way be answered, and ends: at the latest
    /// after [Settings#drainTimeout], by closing what is still open. Returns when that is done, and what
    /// only this server uses is closed as well. Any thread but the server's own; a second call does nothing.
    @Override
    void close();
}
