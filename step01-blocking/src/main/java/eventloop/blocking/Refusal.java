package eventloop.blocking;

import eventloop.faults.Closing;
import eventloop.http.Method;
import eventloop.http.Outgoing;
import eventloop.http.Persistence;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.server.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Turns a client away on the acceptor's thread, which may wait for nobody: the answer goes into the
/// socket's empty buffer, and the watchdog takes what the client still sends and closes behind it.
final class Refusal implements Watchdog.Watched {
    private final SocketChannel channel;
    private final Watchdog watchdog;
    private final long since = System.nanoTime();

    private Refusal(SocketChannel channel, Watchdog watchdog) {
        this.channel = channel;
        this.watchdog = watchdog;
    }

    static void send(SocketChannel channel, Response response, Outgoing output, Watchdog watchdog)
            throws IOException {
        channel.configureBlocking(false);
        // Who asks by HEAD gets a page too, since no request has been read. As the connection
        // ends here, nothing can be taken for another answer.
        try (var writer = new ResponseWriter(response, Persistence.CLOSED, Method.UNKNOWN)) {
            writer.writeTo(channel, output, BlockingConnection.NEVER_CALLED);
        }
        channel.shutdownOutput();
        watchdog.watch(new Refusal(channel, watchdog));
    }

    @Override
    public void endIfLate(long now, ByteBuffer scrap) throws IOException {
        // One read a round, so that nobody waits for a client who keeps sending.
        if (now - since >= Settings.LINGER.toNanos() || channel.read(scrap) < 0) {
            abort();
        }
    }

    /// Not at once: closing behind an answer may lose the answer.
    @Override
    public void endIfIdle() {
        if (System.nanoTime() - since >= TimedSocket.MOMENT.toNanos()) {
            abort();
        }
    }

    @Override
    public void abort() {
        watchdog.forget(this);
        Closing.orLog(channel, "a socket");
    }
}
