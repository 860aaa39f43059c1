package eventloop.selector;

import eventloop.http.ErrorPage;
import eventloop.http.HeaderName;
import eventloop.http.Parsed;
import eventloop.http.Persistence;
import eventloop.http.Request;
import eventloop.http.RequestParser;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.http.ResponseWriter.Progress;
import eventloop.http.Status;
import eventloop.selector.ConnectionState.Handling;
import eventloop.selector.ConnectionState.Waiting;
import eventloop.selector.ConnectionState.Writing;
import eventloop.selector.Timeouts.Timeout;
import eventloop.server.Closing;
import eventloop.server.Log;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// One client, as a state machine: what a thread would remember by standing at a line of its program, this
/// remembers in a field.
///
/// ```
///                 ┌────────────── all written, kept open ◄──────────────┐
///                 ▼                                                     │
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
public final class Connection implements Attachment {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final SocketChannel channel;
    private final Service service;
    private final RequestParser parser;
    private final SelectionKey key;
    private final Timeout timeout;
    private ConnectionState state = Waiting.IDLE;
    private ByteBuffer unread = NOTHING;
    private Progress progress = Progress.DONE;
    private boolean advancing;

    private Connection(SocketChannel channel, Service service) throws IOException {
        this.channel = channel;
        this.service = service;
        this.parser = new RequestParser(service.settings().limits());
        this.key = channel.register(service.loop().selector(), SelectionKey.OP_READ, this);
        this.timeout =
                service.loop().timeouts().start(service.settings().idleTimeout(), this::expire);
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
                write(writing);
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
        return canGoOn();
    }

    // end::advance[]

    private void receive() throws IOException {
        var input = unread;
        if (!input.hasRemaining()) {
            input = service.loop().buffers().input().clear();
            if (channel.read(input) < 0) {
                close();
                return;
            }
            input.flip();
        }
        var parsed = parser.parse(input);
        keepUnread(input);
        switch (parsed) {
            case Request request -> handle(request);
            case Parsed.Refused refused -> refuse(refused);
            case Parsed.NeedMore _ -> awaitMore();
        }
    }

    /// What lies behind the request has to leave the buffer that all connections share.
    private void keepUnread(ByteBuffer input) {
        if (!input.hasRemaining()) {
            unread = NOTHING;
        } else if (input != unread) {
            unread = ByteBuffer.allocate(input.remaining()).put(input).flip();
        }
    }

    /// The time for a request counts from its first byte, or one byte a minute would keep it open for ever.
    private void awaitMore() {
        if (state == Waiting.IDLE && parser.isWithinRequest()) {
            state = Waiting.RECEIVING;
            timeout.restart(service.settings().headerTimeout());
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

    /// The handler's answer to the request it was given.
    void answer(Handling handling, Response response) {
        if (state != handling) {
            Closing.orLog(response.body(), "a response nobody waits for");
            return;
        }
        var request = handling.request();
        var persistence = Persistence.after(request, service.loop().keepsConnections());
        var writer = new ResponseWriter(response, persistence, request.isHead());
        startWriting(new Writing(writer, writer.closesConnection() && maySendMore(request)));
    }

    /// Whether the client of a last request may go on sending, for want of knowing that it is the last.
    private boolean maySendMore(Request request) {
        return unread.hasRemaining()
                || request.wantsKeepAlive()
                || request.headers().has(HeaderName.EXPECT);
    }

    private void refuse(Parsed.Refused refused) {
        var page = ErrorPage.of(refused.status(), refused.reason());
        var writer = new ResponseWriter(page, Persistence.CLOSED, refused.toHead());
        startWriting(new Writing(writer, true));
    }

    private void startWriting(Writing writing) {
        state = writing;
        if (!advancing) {
            service.loop().resume(this);
        }
    }

    // tag::write[]
    private void write(Writing writing) throws IOException {
        progress =
                writing.writer()
                        .writeTo(channel, service.loop().buffers().output(), this::bodyIsReady);
        switch (progress) {
            case DONE -> finish(writing);
            case MORE, SOCKET_FULL -> timeout.restart(service.settings().writeTimeout());
            case BODY_NOT_READY -> timeout.pause();
        }
    }

    // end::write[]

    private void bodyIsReady() {
        if (state instanceof Writing) {
            service.loop().resume(this);
        }
    }

    private void finish(Writing writing) throws IOException {
        var writer = writing.writer();
        if (!writer.closesConnection()) {
            writer.close();
            state = Waiting.IDLE;
            timeout.restart(service.settings().idleTimeout());
        } else if (writing.lingers() && service.loop().keepsConnections() || inputHasCome()) {
            writer.close();
            state = Waiting.LINGERING;
            unread = NOTHING;
            channel.shutdownOutput();
            timeout.restart(LINGER);
        } else {
            close();
        }
    }

    private boolean inputHasCome() throws IOException {
        return channel.read(service.loop().buffers().input().clear()) > 0;
    }

    /// Closing a socket with input that nobody has read resets the connection, and the client may lose the
    /// very page that says what was wrong (RFC 9112 §9.6). So its input is read out, within a bound.
    private void drain() throws IOException {
        if (channel.read(service.loop().buffers().input().clear()) < 0) {
            close();
        }
    }

    private void expire() {
        switch (state) {
            case Waiting.RECEIVING ->
                    refuse(
                            new Parsed.Refused(
                                    Status.REQUEST_TIMEOUT, "the request did not arrive in time"));
            case Writing writing -> closeUnlessClientReads(writing);
            default -> close();
        }
    }

    /// A socket counts as writable only when a third of its buffer is free, and that may be megabytes: a
    /// client that reads slowly but steadily has not been heard of. Whether there is any room, a write tells.
    private void closeUnlessClientReads(Writing writing) {
        long before = writing.writer().written();
        if (advance()) {
            service.loop().resume(this);
        }
        if (state == writing && writing.writer().written() == before) {
            close();
        }
    }

    private boolean canGoOn() {
        boolean canGoOn =
                switch (state) {
                    case Waiting.IDLE, Waiting.RECEIVING -> unread.hasRemaining();
                    case Writing _ -> progress == Progress.MORE;
                    case Handling _ -> false;
                    case Waiting.LINGERING, Waiting.CLOSED -> false;
                };
        if (state != Waiting.CLOSED) {
            setInterest(canGoOn ? 0 : interest());
        }
        return canGoOn;
    }

    /// What the operating system is to watch for. Readiness to write is asked for only while something
    /// waits to be written: a socket nearly always has room, and would be ready on every round.
    private int interest() {
        return switch (state) {
            case Waiting.IDLE, Waiting.RECEIVING, Waiting.LINGERING -> SelectionKey.OP_READ;
            case Writing _ -> progress == Progress.SOCKET_FULL ? SelectionKey.OP_WRITE : 0;
            case Handling _ -> 0;
            case Waiting.CLOSED -> 0;
        };
    }

    private void setInterest(int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    /// Closes it if it waits for nothing but another request.
    public void closeIfIdle() {
        if (state == Waiting.IDLE && !unread.hasRemaining()) {
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
        unread = NOTHING;
        timeout.cancel();
        try (channel) {
            if (last instanceof Writing(var writer, _)) {
                writer.close();
            }
        } catch (IOException nothingLeftToClose) {
            Log.problem("closing a connection", nothingLeftToClose);
        }
    }
}
