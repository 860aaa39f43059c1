package eventloop.blocking;

import eventloop.http.Persistence;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// Turns a client away on the acceptor's thread, which may wait for nobody: the answer goes into the
/// socket's empty buffer, and the watchdog takes what the client still sends and closes behind it.
final class Refusal implements Watchdog.Watched {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int BUFFER_SIZE = 16 * 1024;

    private final SocketChannel channel;
    private final Watchdog watchdog;
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();

    private Refusal(SocketChannel channel, Watchdog watchdog) {
        this.channel = channel;
        this.watchdog = watchdog;
    }

    static void send(SocketChannel channel, Response response, Watchdog watchdog)
            throws IOException {
        channel.configureBlocking(false);
        var writer = new ResponseWriter(response, Persistence.CLOSED, false);
        writer.writeTo(channel, ByteBuffer.allocate(BUFFER_SIZE), () -> {});
        channel.shutdownOutput();
        watchdog.watch(new Refusal(channel, watchdog));
    }

    @Override
    public void checkDeadline(long now) {
        try {
            // One read a round: who sends faster than that waits, and the others do not wait for
            // him.
            int count = channel.read(ByteBuffer.allocate(BUFFER_SIZE));
            if (count < 0 || now - deadline > 0) {
                abort();
            }
        } catch (IOException clientIsGone) {
            abort();
        }
    }

    @Override
    public void endWhenIdle() {
        abort();
    }

    @Override
    public void abort() {
        watchdog.forget(this);
        try {
            channel.close();
        } catch (IOException nothingLeftToClose) {
            // It is as closed as it can be.
        }
    }
}
