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
import java.net.SocketTimeoutException;
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

    /// What the thread is doing, or is blocked in.
    private enum Phase {
        /// There is no thread yet.
        QUEUED,
        BETWEEN_REQUESTS,
        RECEIVING,
        HANDLING,
        ANSWERING,
        LINGERING;

        /// Whoever waits for a thread or a handler has no deadline, since that is not the client's fault; and while
        /// it receives a request the thread looks at the clock itself.
        private boolean hasDeadline() {
            return switch (this) {
                case BETWEEN_REQUESTS, ANSWERING, LINGERING -> true;
                case QUEUED, RECEIVING, HANDLING -> false;
            };
        }
    }

    /// @param deadline by [System#nanoTime]
    private record Wait(Phase phase, long deadline) {}

    private final SocketChannel channel;
    private final Settings settings;
    private final Handler handler;
    private final BooleanSupplier serverKeepsConnections;
    private final BufferPool inputs;
    private final BufferPool outputs;
    private final Watchdog watchdog;
    private final RequestParser parser;
    private volatile Wait wait;

    BlockingConnection(
            SocketChannel channel,
            Settings settings,
            Handler handler,
            BooleanSupplier serverKeepsConnections,
            BufferPool inputs,
            BufferPool outputs,
            Watchdog watchdog) {
        this.channel = channel;
        this.settings = settings;
        this.handler = handler;
        this.serverKeepsConnections = serverKeepsConnections;
        this.inputs = inputs;
        this.outputs = outputs;
        this.watchdog = watchdog;
        this.parser = new RequestParser(settings.limits());
        this.wait = new Wait(Phase.QUEUED, System.nanoTime());
        watchdog.watch(this);
    }

    @Override
    public void run() {
        try (channel) {
            withBuffer(inputs, input -> converse(input.flip()));
        } catch (IOException clientIsGone) {
            // Nobody is left to be told.
        } catch (RuntimeException | Error fault) {
            Log.problem("closing a connection", fault);
        } finally {
            watchdog.forget(this);
        }
    }

    // tag::converse[]
    private void converse(ByteBuffer input) throws IOException {
        boolean kept = true;
        while (kept) {
            switch (receive(input)) {
                case Request request -> kept = answer(request);
                case Parsed.Refused refused -> kept = refuse(refused);
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
            try {
                if (readMore(input) < 0) {
                    return Parsed.NEED_MORE;
                }
                parsed = parser.parse(input);
            } catch (SocketTimeoutException late) {
                return new Parsed.Refused(
                        Status.REQUEST_TIMEOUT, "the request did not arrive in time");
            }
        }
        return parsed;
    }

    /// @return whether the connection is kept
    private boolean answer(Request request) throws IOException {
        wait = new Wait(Phase.HANDLING, System.nanoTime());
        var response = handler.answer(request);
        var persistence = Persistence.after(request, serverKeepsConnections.getAsBoolean());
        send(response, persistence, request.isHead());
        return persistence != Persistence.CLOSED;
    }

    private boolean refuse(Parsed.Refused refused) throws IOException {
        var page = ErrorPage.of(refused.status(), refused.reason());
        send(page, Persistence.CLOSED, refused.toHead());
        return false;
    }

    // end::converse[]

    private void send(Response response, Persistence persistence, boolean headOnly)
            throws IOException {
        try (var writer = new ResponseWriter(response, persistence, headOnly)) {
            withBuffer(outputs, output -> write(writer, output));
        }
    }

    private void write(ResponseWriter writer, ByteBuffer output) throws IOException {
        var progress = ResponseWriter.Progress.MORE;
        while (progress != ResponseWriter.Progress.DONE) {
            wait = new Wait(Phase.ANSWERING, deadlineIn(settings.writeTimeout()));
            progress = writer.writeTo(channel, output, () -> {});
        }
    }

    /// What is done while a buffer is held.
    @FunctionalInterface
    private interface BufferUse {
        void with(ByteBuffer buffer) throws IOException;
    }

    private static void withBuffer(BufferPool pool, BufferUse use) throws IOException {
        var buffer = pool.take();
        try {
            use.with(buffer);
        } finally {
            pool.giveBack(buffer);
        }
    }

    /// Waits for bytes: between requests for as long as the watchdog lets it, within one until it is late.
    /// The time for a request counts from its first byte, or one byte a minute would keep it open for ever.
    ///
    /// @return how many came; less than 0 at the end of the input
    private int readMore(ByteBuffer input) throws IOException {
        input.clear();
        if (parser.isWithinRequest()) {
            if (wait.phase != Phase.RECEIVING) {
                wait = new Wait(Phase.RECEIVING, deadlineIn(settings.headerTimeout()));
            }
            readBefore(wait.deadline, input);
        } else {
            wait = new Wait(Phase.BETWEEN_REQUESTS, deadlineIn(settings.idleTimeout()));
            channel.read(input);
        }
        return input.flip().hasRemaining() ? input.remaining() : -1;
    }

    /// A read with an end in time. It costs more system calls than one without, but only the few clients
    /// whose requests come in pieces need it.
    private void readBefore(long deadline, ByteBuffer input) throws IOException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        channel.socket().setSoTimeout(Math.clamp(millis, 1, Integer.MAX_VALUE));
        var bytes = new byte[input.remaining()];
        int count = channel.socket().getInputStream().read(bytes);
        input.put(bytes, 0, Math.max(0, count));
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
        if (current.phase.hasDeadline() && now - current.deadline >= 0) {
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
