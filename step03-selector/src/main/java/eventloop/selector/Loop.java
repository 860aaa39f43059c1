package eventloop.selector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.time.Duration;

/// The loop that connections live on, as they see it. All of it is for the loop thread only, but for
/// [#close].
public interface Loop extends Runnable {
    /// Runs until it has been closed and everything under way is done. The caller's thread becomes the
    /// loop thread.
    @Override
    void run();

    SelectionKey register(SelectableChannel channel, int interestOps, Attachment attachment)
            throws IOException;

    /// Where to read into. One buffer serves all connections, because only one is served at a time:
    /// whatever is to outlast the call has to be copied.
    ByteBuffer input();

    /// Where to put together what is to be written; shared like [#input].
    ByteBuffer output();

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
