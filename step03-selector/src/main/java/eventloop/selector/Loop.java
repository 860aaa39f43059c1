package eventloop.selector;

import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;

/// The loop that connections live on, as they see it. All of it but [#isLoopThread] and [#end] is for the loop thread
/// only; until [#run], for the thread that made it.
public interface Loop {
    /// Runs until it is to end and everything under way is done. The caller's thread becomes the
    /// loop thread.
    ///
    /// @throws IOException if it cannot go on, since the operating system does not tell it what is ready
    void run() throws IOException;

    /// Whether the caller is on the loop thread: what is for that thread only asserts it.
    boolean isLoopThread();

    /// Where channels are registered that live on this loop.
    Selector selector();

    LoopBuffers buffers();

    Timeouts timeouts();

    /// Gives the connection another turn, at once or later, though its channel has not become ready.
    void giveTurn(Connection connection);

    /// Whether the loop is to end: connections are not kept open for another request.
    boolean isEnding();

    /// Accepts no more, lets requests under way be answered, and ends. Any thread; returns at once.
    ///
    /// @param drainTimeout after this long what is still open is closed
    void end(Duration drainTimeout);
}
