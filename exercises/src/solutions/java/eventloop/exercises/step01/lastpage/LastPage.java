package eventloop.exercises.step01.lastpage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// The end of a connection that the server wants to close.
public final class LastPage {
    static final Duration PATIENCE = Duration.ofMillis(500);

    private LastPage() {}

    /// Sends the page and closes, so that the client gets all of it.
    ///
    /// @param channel blocking; the client may still be sending
    public static void sendAndClose(SocketChannel channel, ByteBuffer page) throws IOException {
        try (channel) {
            while (page.hasRemaining()) {
                channel.write(page);
            }
            // tag::solution[]
            channel.shutdownOutput();
            var dropped = ByteBuffer.allocate(16 * 1024);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() - deadline < 0 && channel.read(dropped.clear()) >= 0) {}
            // end::solution[]
        }
    }
}
