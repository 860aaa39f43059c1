package eventloop.blocking;

import eventloop.faults.FaultBarrier;
import eventloop.faults.Log;
import eventloop.http.ErrorPage;
import eventloop.http.Method;
import eventloop.http.Outgoing;
import eventloop.http.Parsed;
import eventloop.http.Persistence;
import eventloop.http.Request;
import eventloop.http.RequestParser;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.http.ResponseWriter.Progress;
import eventloop.server.Settings;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/// The conversation with one client, told in the order in which it happens: this is what a thread for
/// each connection buys. The price is that the thread sleeps through every pause of the client.
///
/// Runs on the connection's own thread, from the first request to the end.
final class BlockingConnection implements Runnable {
    /// The bodies of steps 1 and 2 block until they are ready, so that none calls back.
    static final Runnable NEVER_CALLED = () -> {};

    private final TimedSocket socket;
    private final Settings settings;
    private final FaultBarrier barrier;
    private final BooleanSupplier serverKeepsConnections;
    private final BufferPool<ByteBuffer> inputs;
    private final BufferPool<Outgoing> outputs;
    private final RequestParser parser;

    BlockingConnection(
            TimedSocket socket,
            Settings settings,
            FaultBarrier barrier,
            BooleanSupplier serverKeepsConnections,
            BufferPool<ByteBuffer> inputs,
            BufferPool<Outgoing> outputs) {
        this.socket = socket;
        this.settings = settings;
        this.barrier = barrier;
        this.serverKeepsConnections = serverKeepsConnections;
        this.inputs = inputs;
        this.outputs = outputs;
        this.parser = new RequestParser(settings.limits());
    }

    @Override
    public void run() {
        try (socket) {
            // Nothing has come yet: what a buffer held for another client is not looked at.
            inputs.lend(input -> converse(input.limit(0)));
        } catch (IOException cannotGoOn) {
            // The client has gone, or a file has shrunk while it was sent: closing says all that
            // can be said.
        } catch (RuntimeException | Error fault) {
            Log.fault("a conversation failed", fault);
        }
    }

    /// @param input what has come and has not been parsed yet, from its position to its limit
    // tag::converse[]
    private void converse(ByteBuffer input) throws IOException {
        boolean kept = true;
        while (kept) {
            switch (receive(input)) {
                case Request request -> kept = answer(request);
                case Parsed.Refused refused -> {
                    refuse(refused);
                    kept = false;
                }
                case Parsed.NeedMore _ -> {
                    return; // The client has closed its side, or was silent too long.
                }
            }
        }
        socket.linger(input);
    }

    // end::converse[]

    /// The next request, or its refusal; [Parsed.NeedMore] if no whole one came and nothing more will come.
    // tag::receive[]
    private Parsed receive(ByteBuffer input) throws IOException {
        while (input.hasRemaining() || socket.awaitRequest(input)) {
            var parsed = parser.parse(input);
            if (!(parsed instanceof Parsed.NeedMore)) {
                return parsed;
            }
            if (parser.isWithinRequest()) {
                return receiveRest(input);
            }
            // An empty line, or half of one, begins no request: the client is still idle.
        }
        return Parsed.NEED_MORE;
    }

    // end::receive[]

    /// The time for a request counts from its first bytes on, or one byte a minute would keep it open for
    /// ever.
    private Parsed receiveRest(ByteBuffer input) throws IOException {
        long deadline = System.nanoTime() + settings.requestTimeout().toNanos();
        Parsed parsed = Parsed.NEED_MORE;
        try {
            while (parsed instanceof Parsed.NeedMore && socket.awaitMore(input, deadline)) {
                parsed = parser.parse(input);
            }
            return parsed;
        } catch (SocketTimeoutException late) {
            return parser.giveUpAsLate();
        }
    }

    /// @return whether the connection is kept
    // tag::answer[]
    private boolean answer(Request request) throws IOException {
        var response = barrier.answer(request);
        boolean serverAgrees = serverKeepsConnections.getAsBoolean() && !socket.isInputEnded();
        var persistence = Persistence.after(request, serverAgrees);
        send(response, persistence, request.method());
        return persistence != Persistence.CLOSED;
    }

    // end::answer[]

    private void refuse(Parsed.Refused refused) throws IOException {
        var page = ErrorPage.of(refused.status(), refused.reason());
        send(page, Persistence.CLOSED, refused.method());
    }

    private void send(Response response, Persistence persistence, Method asked) throws IOException {
        try (var writer = new ResponseWriter(response, persistence, asked)) {
            outputs.lend(output -> {
                while (writer.writeTo(socket, output, NEVER_CALLED) != Progress.DONE) {
                    assert writer.progress() != Progress.BODY_NOT_READY;
                }
            });
        }
    }
}
