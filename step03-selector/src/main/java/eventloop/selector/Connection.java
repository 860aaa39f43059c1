package eventloop.selector;

import eventloop.http.Parsed;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.selector.ConnectionState.Handling;
import eventloop.selector.ConnectionState.Waiting;
import eventloop.selector.Timeouts.Timeout;
import eventloop.server.Closing;
import eventloop.server.Log;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// One client, as a state machine: what a thread would remember by standing at a line of its program, this
/// remembers in a field.
///
/// ```
///                 ┌─────────────────────── all written, kept open ◄───────────────────────┐
///                 ▼                                                                       │
///   ┌─────────► IDLE ── first bytes ──► RECEIVING ── request ──► HANDLING ── reply ──► WRITING
///   │             │                         │ bad, or too late ────────────────────────►  │
///   open          │ end of input            │                                             │ to be closed
///                 ▼                         ▼                                             ▼
///               CLOSED ◄────────────────────┴───────── read to its end ◄───────────── LINGERING
/// ```
///
/// One request is in flight at a time, and while it is, nothing is read: a client that sends faster than
/// it is served fills its own socket and not this server's memory (backpressure). While it is idle, a
/// connection holds no buffer. Loop thread only.
public final class Connection implements Attachment, Timeouts.Expiring {
    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final Parsed.Refused TOO_LATE =
            new Parsed.Refused(Status.REQUEST_TIMEOUT, "the request did not arrive in time");

    private final Service service;
    private final SelectionKey key;
    private final Timeout timeout;
    private final Incoming incoming;
    private ConnectionState state = Waiting.IDLE;
    private boolean advancing;

    private Connection(SocketChannel channel, Service service) throws IOException {
        this.service = service;
        this.key = channel.register(service.loop().selector(), SelectionKey.OP_READ, this);
        this.timeout = service.loop().timeouts().start(service.settings().idleTimeout(), this);
        this.incoming = new Incoming(service.settings().limits());
    }

    /// Takes over a connection that has just been accepted.
    static void open(SocketChannel channel, Service service) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        new Connection(channel, service);
    }

    /// Does what can be done without waiting: at most one request, or one share of a long response.
    ///
    /// @return whether it could go on at once, so that it depends on the loop who is next
    // tag::advance[]
    public boolean advance() {
        advancing = true;
        try {
            if (state == Waiting.IDLE || state == Waiting.RECEIVING) {
                receive();
            }
            if (state instanceof Writing writing) {
                writing.write();
            }
            if (state == Waiting.LINGERING) {
                drain();
            }
        } catch (IOException clientIsGone) {
            close();
        } catch (RuntimeException | Error fault) {
            Log.problem("closing a connection", fault);
            close();
        } finally {
            advancing = false;
        }
        watch();
        return canGoOn();
    }

    // end::advance[]

    private void receive() throws IOException {
        switch (incoming.next(channel(), loop().buffers().input())) {
            case Request request -> handle(request);
            case Parsed.Refused refused -> startWriting(Writing.refusal(this, refused));
            case Parsed.NeedMore _ when incoming.hasEnded() -> close();
            case Parsed.NeedMore _ -> awaitMore();
        }
    }

    private void handle(Request request) {
        var handling = new Handling(this, request);
        state = handling;
        service.handler().handle(request, handling);
        if (state == handling) {
            timeout.pause();
        }
    }

    /// The time for a request counts from its first byte, or one byte a minute would keep it open for ever.
    private void awaitMore() {
        if (state == Waiting.IDLE && incoming.isWithinRequest()) {
            state = Waiting.RECEIVING;
            timeout.restart(service.settings().headerTimeout());
        }
    }

    /// The handler's answer to the request it was given.
    void answer(Handling handling, Response response) {
        if (state == handling) {
            startWriting(Writing.answer(handling, response));
        } else {
            Closing.orLog(response.body(), "a response nobody waits for");
        }
    }

    private void startWriting(Writing writing) {
        state = writing;
        if (!advancing) {
            loop().resume(this);
        }
    }

    void goOnWith(Writing writing) {
        if (state == writing) {
            loop().resume(this);
        }
    }

    void awaitReader() {
        timeout.restart(service.settings().writeTimeout());
    }

    void awaitDisk() {
        timeout.pause();
    }

    void awaitRequest() {
        state = Waiting.IDLE;
        timeout.restart(service.settings().idleTimeout());
    }

    /// Closing a socket with input that nobody has read resets the connection, and the client may lose the
    /// very page that says what was wrong (RFC 9112 §9.6). So its input is read out, within a bound.
    void end(boolean inputMayCome) throws IOException {
        if (inputMayCome && loop().keepsConnections() || discardInput()) {
            state = Waiting.LINGERING;
            channel().shutdownOutput();
            timeout.restart(LINGER);
        } else {
            close();
        }
    }

    private void drain() throws IOException {
        if (!discardInput() && incoming.hasEnded()) {
            close();
        }
    }

    private boolean discardInput() throws IOException {
        return incoming.discard(channel(), loop().buffers().input());
    }

    /// The time for what it waits for is over.
    @Override
    public void expire() {
        switch (state) {
            case Waiting.RECEIVING -> startWriting(Writing.refusal(this, TOO_LATE));
            case Writing writing -> closeUnlessClientReads(writing);
            case Waiting.IDLE, Waiting.LINGERING, Waiting.CLOSED -> close();
            case Handling _ -> close();
        }
    }

    /// A socket counts as writable only when a third of its buffer is free, and that may be megabytes: a
    /// client that reads slowly but steadily has not been heard of. Whether there is any room, a write tells.
    private void closeUnlessClientReads(Writing writing) {
        boolean canGoOn = advance();
        if (state == writing && writing.isStuck()) {
            close();
        } else if (canGoOn) {
            loop().resume(this);
        }
    }

    private boolean canGoOn() {
        return switch (state) {
            case Waiting.IDLE, Waiting.RECEIVING -> incoming.hasUnread();
            case Writing writing -> writing.canGoOn();
            case Handling _ -> false;
            case Waiting.LINGERING, Waiting.CLOSED -> false;
        };
    }

    /// Has the operating system watch for what this waits for, and for nothing while it can go on.
    private void watch() {
        if (state != Waiting.CLOSED) {
            int operations = canGoOn() ? ConnectionState.NOTHING : state.interest();
            if (key.interestOps() != operations) {
                key.interestOps(operations);
            }
        }
    }

    Loop loop() {
        return service.loop();
    }

    SocketChannel channel() {
        return (SocketChannel) key.channel();
    }

    boolean hasUnread() {
        return incoming.hasUnread();
    }

    /// Closes it if it waits for nothing but another request.
    public void closeIfIdle() {
        if (state == Waiting.IDLE && !hasUnread()) {
            close();
        }
    }

    /// Closes it at once, whatever state it is in.
    public void close() {
        if (state == Waiting.CLOSED) {
            return;
        }
        var last = state;
        state = Waiting.CLOSED;
        timeout.cancel();
        try (var _ = channel()) {
            if (last instanceof Writing writing) {
                writing.close();
            }
        } catch (IOException failure) {
            Log.problem("closing a connection", failure);
        }
    }
}
