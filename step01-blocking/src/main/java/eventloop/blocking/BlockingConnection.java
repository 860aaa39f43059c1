package eventloop.blocking;

import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Parsed;
import eventloop.http.Persistence;
import eventloop.http.Request;
import eventloop.http.RequestParser;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.http.Status;
import eventloop.server.Log;
import eventloop.server.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// The conversation with one client, told in the order in which it happens: this is what a thread for
/// each connection buys. The price is that the thread sleeps through every pause of the client.
///
/// Everything but [#checkDeadline] and [#abort] runs on the connection's own thread.
final class BlockingConnection implements Runnable, Watchdog.Watched {
    private static final Duration LINGER = Duration.ofSeconds(2);

    /// What the thread is doing, or is blocked in. A handler has no deadline: what it waits for is not the
    /// client's fault.
    private enum Phase {
        BETWEEN_REQUESTS,
        RECEIVING,
        HANDLING,
        ANSWERING,
        LINGERING
    }

    /// @param deadline by [System#nanoTime]
    private record Wait(Phase phase, long deadline) {}

    private final SocketChannel channel;
    private final Settings settings;
    private final Handler handler;
    private final BooleanSupplier serverKeepsConnections;
    private final BufferPool pool;
    private final Watchdog watchdog;
    private final RequestParser parser;
    private volatile Wait wait;
    private volatile boolean timedOut;

    BlockingConnection(
            SocketChannel channel,
            Settings settings,
            Handler handler,
            BooleanSupplier serverKeepsConnections,
            BufferPool pool,
            Watchdog watchdog) {
        this.channel = channel;
        this.settings = settings;
        this.handler = handler;
        this.serverKeepsConnections = serverKeepsConnections;
        this.pool = pool;
        this.watchdog = watchdog;
        this.parser = new RequestParser(settings.limits());
        this.wait = new Wait(Phase.BETWEEN_REQUESTS, deadlineIn(settings.idleTimeout()));
        watchdog.watch(this);
    }

    @Override
    public void run() {
        var buffers = pool.take();
        try (channel) {
            converse(buffers.input().clear().flip(), buffers.output());
        } catch (IOException clientIsGone) {
            // Nobody is left to be told.
        } catch (RuntimeException fault) {
            Log.problem("closing a connection", fault);
        } finally {
            watchdog.forget(this);
            pool.giveBack(buffers);
        }
    }

    // tag::converse[]
    private void converse(ByteBuffer input, ByteBuffer output) throws IOException {
        boolean kept = true;
        while (kept) {
            switch (receive(input)) {
                case Request request -> kept = answer(request, output);
                case Parsed.Refused refused -> kept = refuse(refused, output);
                case Parsed.NeedMore _ -> {
                    return; // The client has closed its side.
                }
            }
        }
        linger(input);
    }

    /// The next request; [Parsed.NeedMore] if the client ends the conversation instead.
    private Parsed receive(ByteBuffer input) throws IOException {
        var parsed = parser.parse(input);
        while (parsed instanceof Parsed.NeedMore) {
            expectInput();
            input.clear();
            int count = channel.read(input);
            input.flip();
            if (count < 0) {
                return endOfInput();
            }
            parsed = parser.parse(input);
        }
        return parsed;
    }

    /// @return whether the connection is kept
    private boolean answer(Request request, ByteBuffer output) throws IOException {
        wait = new Wait(Phase.HANDLING, System.nanoTime());
        var response = handler.answer(request);
        var persistence = Persistence.after(request, serverKeepsConnections.getAsBoolean());
        send(response, persistence, request.isHead(), output);
        return persistence != Persistence.CLOSED;
    }

    private boolean refuse(Parsed.Refused refused, ByteBuffer output) throws IOException {
        var page = ErrorPage.of(refused.status(), refused.reason());
        send(page, Persistence.CLOSED, refused.toHead(), output);
        return false;
    }

    // end::converse[]

    private void send(
            Response response, Persistence persistence, boolean headOnly, ByteBuffer output)
            throws IOException {
        try (var writer = new ResponseWriter(response, persistence, headOnly)) {
            var progress = ResponseWriter.Progress.MORE;
            while (progress != ResponseWriter.Progress.DONE) {
                wait = new Wait(Phase.ANSWERING, deadlineIn(settings.writeTimeout()));
                progress = writer.writeTo(channel, output, () -> {});
            }
        }
    }

    private void expectInput() {
        var before = wait;
        if (!parser.isWithinRequest()) {
            wait = new Wait(Phase.BETWEEN_REQUESTS, deadlineIn(settings.idleTimeout()));
        } else if (before.phase != Phase.RECEIVING) {
            wait = new Wait(Phase.RECEIVING, deadlineIn(settings.headerTimeout()));
        }
    }

    private Parsed endOfInput() {
        return timedOut
                ? new Parsed.Refused(Status.REQUEST_TIMEOUT, "the request did not arrive in time")
                : Parsed.NEED_MORE;
    }

    /// Closing a socket with input that nobody has read resets the connection, and the client may lose
    /// the very page that says what was wrong (RFC 9112 §9.6). So its input is read out, within a bound.
    private void linger(ByteBuffer input) throws IOException {
        wait = new Wait(Phase.LINGERING, deadlineIn(LINGER));
        channel.shutdownOutput();
        while (channel.read(input.clear()) >= 0) {
            continue;
        }
    }

    @Override
    public void checkDeadline(long now) {
        var current = wait;
        if (current.phase == Phase.HANDLING || now - current.deadline < 0) {
            return;
        }
        if (current.phase == Phase.RECEIVING) {
            wakeForTimeout();
        } else {
            abort();
        }
    }

    /// Ends the input: the thread's read returns, and the thread can still write what happened.
    private void wakeForTimeout() {
        timedOut = true;
        try {
            channel.shutdownInput();
        } catch (IOException alreadyClosed) {
            abort();
        }
    }

    /// Lets the thread finish a request, but wait for nobody.
    @Override
    public void endWhenIdle() {
        if (wait.phase == Phase.BETWEEN_REQUESTS || wait.phase == Phase.LINGERING) {
            abort();
        }
    }

    /// Closes the socket under the thread: its read or write ends with an exception.
    @Override
    public void abort() {
        watchdog.forget(this);
        try {
            channel.close();
        } catch (IOException nothingLeftToClose) {
            // It is as closed as it can be.
        }
    }

    private static long deadlineIn(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
