package eventloop.selector;

import java.nio.channels.Selector;
import java.time.Duration;

/// The loop that connections live on, as they see it. All of it is for the loop thread only, but for
/// [#close].
public interface Loop extends Runnable {
    /// Runs until it has been closed and everything under way is done. The caller's thread becomes the
    /// loop thread.
    @Override
    void run();

    /// Where channels are registered that live on this loop.
    Selector selector();

    LoopBuffers buffers();

    Timeouts timeouts();

    /// Has the connection advance, though its channel has not become ready.
    void resume(Connection connection);

    /// Whether connections are kept open for another request: not any more once the loop is to end.
    boolean keepsConnections();

    /// Accepts no more, lets requests under way be answered, and ends. Any thread; returns at once.
    ///
    /// @param patience after this long what is still open is closed
    void close(Duration patience);
}
