package eventloop.selector;

import eventloop.faults.Closing;
import eventloop.faults.Log;
import eventloop.http.ErrorPage;
import eventloop.http.Parsed;
import eventloop.http.Persistence;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.ResponseWriter;
import eventloop.http.Status;
import eventloop.selector.ConnectionState.Preparing;
import eventloop.selector.ConnectionState.Waiting;
import eventloop.selector.Timeouts.Timeout;
import eventloop.server.Settings;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// One client, as a state machine: what a thread would remember by standing at a line of its program, this
/// remembers in a field. All changes of that field are made here.
///
/// ```
///              ┌────────────── all is written, and the connection is kept ────────────┐
///              ▼                                                                      │
///   open ──► IDLE ───────────── a whole request ─────────────► HANDLING ── reply ──► WRITING
///              │                                                  ▲                  ▲  │
///              └── a part of one ──► RECEIVING ── the rest ───────┘                  │  │ all is written,
///              │                         │                                           │  │ input may come
///              └── cannot be served ─────┴── cannot be served, or late: error page ──┘  ▼
///                                                                                    LINGERING
///
///   WRITING ── the body waits for its disk ──► PREPARING ── the disk has answered ──► WRITING
///               (from step 5 on)
/// ```
/// What is malformed, or too much to keep, cannot be served. HANDLING is left without a reply too, when the time
/// for it is over. From everywhere an edge leads to CLOSED: when the client has gone, or has kept the server
/// waiting for too long, or all is said. [ConnectionState.Stage] has the same edges as code.
///
/// One request is in flight at a time, and while it is, no other is looked at, and little is read: a client
/// that sends faster than it is served fills its own socket and not this server's memory (backpressure). While
/// it is idle, a connection holds no buffer, but for a stray empty line. Loop thread only.
public final class Connection implements Attachment, Timeouts.Expiring {
    /// Nobody takes so long to answer: the answer has been lost.
    public static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);

    private static final int NOTHING = 0;

    private final LoopServer server;
    private final SelectionKey key;
    private final Timeout timeout;
    private final Incoming incoming;
    private ConnectionState state = Waiting.IDLE;

    /// Whether a turn is under way: an answer that comes within it is written by it, and needs no turn of its own.
    private boolean advancing;

    /// Whether a request has come since this was last set back.
    private boolean requestHasCome;

    private Connection(SelectionKey key, LoopServer server) {
        this.server = server;
        this.key = key;
        this.incoming = new Incoming(server.settings().limits(), server.inputBudget());
        // Last, since it hands this out.
        this.timeout = server.loop().timeouts().start(server.settings().idleTimeout(), this);
    }

    /// Takes over a connection that has just been accepted.
    // tag::open[]
    static void open(SocketChannel channel, LoopServer server) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var key = channel.register(server.loop().selector(), SelectionKey.OP_READ);
        key.attach(new Connection(key, server));
    }

    // end::open[]

    /// The socket is ready for what it is watched for.
    // tag::ready[]
    public void onReady() {
        if (canAdvance()) {
            // It does not wait for its socket: it has its next turn already.
            key.interestOps(NOTHING);
        } else {
            takeTurn();
        }
    }

    // end::ready[]

    /// Advances, and asks the loop for another turn if it can advance once more. What goes wrong is this connection's
    /// own affair, whoever has given it the turn.
    // tag::again[]
    public void takeTurn() {
        try {
            if (advance()) {
                loop().giveTurn(this);
            }
        } catch (Throwable fault) {
            Log.fault("closing a connection that gets no turn", fault);
            close();
        }
    }

    // end::again[]

    /// Does what can be done without waiting: at most one request, or one share of a long response.
    ///
    /// @return whether it can advance once more, so that it depends on the loop who is next
    // tag::advance[]
    public boolean advance() {
        assert server.loop().isLoopThread();
        assert !advancing;
        advancing = true;
        try {
            // tag::turn[]
            switch (state) {
                case Waiting.IDLE, Waiting.RECEIVING -> receive();
                case Handling _, Preparing _ -> readAhead();
                case Writing writing -> write(writing);
                case Waiting.LINGERING -> linger();
                case Waiting.CLOSED -> {}
            }
            watch();
            // end::turn[]
        } catch (IOException cannotGoOn) {
            close();
        } catch (Throwable fault) {
            Log.fault("a connection failed", fault);
            close();
        } finally {
            advancing = false;
        }
        return canAdvance();
    }

    // end::advance[]

    // tag::receive[]
    private void receive() throws IOException {
        switch (incoming.next(channel(), loop().buffers().input())) {
            case Request request -> handle(request);
            case Parsed.Refused refused -> refuse(refused);
            case Parsed.NeedMore _ when incoming.hasEnded() -> close();
            case Parsed.NeedMore _ -> awaitRest();
        }
        // The answer has come at once: it leaves in the same turn.
        if (state instanceof Writing writing) {
            write(writing);
        }
    }

    private void handle(Request request) {
        requestHasCome = true;
        var handling = new Handling(this, request, incoming.hasEnded());
        if (!handling.takeFrom(server.inputBudget())) {
            refuseForNow(request, "too many requests wait for their answers");
            return;
        }
        become(handling);
        server.handler().handle(request, handling);
        if (state == handling) {
            timeout.restart(ANSWER_TIMEOUT);
        }
    }

    // end::receive[]

    /// The time for a request counts from its first byte, or one byte a minute would keep it open for ever.
    private void awaitRest() {
        if (state == Waiting.IDLE && incoming.isWithinRequest()) {
            become(Waiting.RECEIVING);
            timeout.restart(server.settings().requestTimeout());
        }
    }

    /// While others work for the client, it may go away, and reading is how one learns of that. Where no more can be
    /// read ([Incoming#canReadAhead]), one learns of it by writing the answer.
    private void readAhead() throws IOException {
        incoming.readAhead(channel(), loop().buffers().input());
        if (incoming.hasEnded() && state instanceof Handling handling) {
            handling.noteHalfClosed();
        }
    }

    /// The handler's answer to the request it was given, which may come late, or twice. Its body is this connection's
    /// from here on, and so is whatever goes wrong.
    void answer(Handling handling, Response response) {
        assert server.loop().isLoopThread();
        handling.giveBackTo(server.inputBudget());
        try {
            answerIfAwaited(handling, response);
        } catch (Throwable fault) {
            Log.fault("closing a connection that cannot be answered", fault);
            if (state == handling) {
                Closing.orLog(response.body(), "a response that is not sent");
            }
            close();
        }
    }

    // tag::answer[]
    private void answerIfAwaited(Handling handling, Response response) {
        if (state != handling) {
            Closing.orLog(response.body(), "a response nobody waits for");
            return;
        }
        var request = handling.request();
        var persistence = Persistence.after(request, !loop().isEnding());
        var writer = new ResponseWriter(response, persistence, request.method());
        // The client of a last request may go on sending, for want of knowing that it is the last.
        boolean inputMayCome = incoming.hasUnread() || request.mayBeFollowed();
        beginWriting(writer, inputMayCome);
    }

    // end::answer[]

    /// Refuses a request that is well-formed, and may be answered another time.
    private void refuseForNow(Request request, String reason) {
        refuse(new Parsed.Refused(Status.SERVICE_UNAVAILABLE, reason, request.method()));
    }

    private void refuse(Parsed.Refused refused) {
        var page = ErrorPage.of(refused.status(), refused.reason());
        beginWriting(new ResponseWriter(page, Persistence.CLOSED, refused.method()), true);
    }

    private void beginWriting(ResponseWriter writer, boolean inputMayCome) {
        become(new Writing(this, writer, inputMayCome));
        if (!advancing) {
            // One event may bring the answer for many: each has a turn of its own.
            loop().giveTurn(this);
        }
    }

    // tag::write[]
    private void write(Writing writing) throws IOException {
        switch (writing.writeTo(channel(), loop().buffers().output())) {
            case DONE -> finish(writing);
            case MORE, SOCKET_FULL -> grantTimeOrClose(writing);
            case BODY_NOT_READY -> {
                become(new Preparing(writing));
                timeout.restart(ANSWER_TIMEOUT);
            }
        }
    }

    // end::write[]

    /// The client's time to read begins anew; one that has let it pass and still takes nothing is given up.
    private void grantTimeOrClose(Writing writing) {
        if (writing.grantTime()) {
            timeout.restart(server.settings().writeTimeout());
        } else {
            Closing.forgetUnsentWhenClosed(channel());
            close();
        }
    }

    /// The body has what it waited for.
    void onBodyReady(Writing writing) {
        if (state instanceof Preparing preparing && preparing.writing() == writing) {
            become(writing);
            takeTurn();
        }
    }

    private void finish(Writing writing) throws IOException {
        if (writing.closesConnection()) {
            end(writing);
        } else if (incoming.hasEnded() && !incoming.hasUnread()) {
            close();
        } else {
            // The state first: `close` must not find the response again if closing it fails.
            become(Waiting.IDLE);
            writing.close();
            timeout.restart(server.settings().idleTimeout());
        }
    }

    /// Closing a socket with input that nobody has read resets the connection, and the client may lose the
    /// very page that says what was wrong (RFC 9112 §9.6). So its input is read out, within a bound.
    /// A loop that ends waits only for input that has really come.
    // tag::end[]
    private void end(Writing writing) throws IOException {
        boolean mayCome = writing.inputMayCome() && !loop().isEnding();
        if (mayCome || discardInput()) {
            become(Waiting.LINGERING);
            writing.close();
            channel().shutdownOutput();
            timeout.restart(Settings.LINGER);
        } else {
            close();
        }
    }

    // end::end[]

    private void linger() throws IOException {
        discardInput();
        if (incoming.hasEnded()) {
            close();
        }
    }

    private boolean discardInput() throws IOException {
        return incoming.discard(channel(), loop().buffers().input());
    }

    /// The time for what it waits for is over.
    @Override
    public void expire() {
        try {
            switch (state) {
                case Waiting.IDLE, Waiting.RECEIVING -> giveUpUnlessRequestComes();
                case Handling handling -> giveUpAnswer(handling);
                case Writing writing -> closeUnlessClientReads(writing);
                case Preparing _ -> giveUpBody();
                case Waiting.LINGERING, Waiting.CLOSED -> close();
            }
        } catch (Throwable fault) {
            // Its timeout will not come again.
            Log.fault("closing a connection whose time is over", fault);
            close();
        }
    }

    /// What has arrived in time may not have been looked at in time, so it is looked at once more.
    private void giveUpUnlessRequestComes() {
        var before = state;
        requestHasCome = false;
        do {
            takeTurn();
            // A request may have come and been answered by now, and the state be the same again.
            if (requestHasCome || state != before) {
                return;
            }
        } while (incoming.mayHaveMore());
        if (state == Waiting.RECEIVING) {
            refuse(incoming.giveUpAsLate());
        } else {
            close();
        }
    }

    private void giveUpAnswer(Handling handling) {
        // What has not begun for this request need not be done any more.
        handling.noteGone();
        logLost("the answer to " + handling.request().path().encoded());
        refuseForNow(handling.request(), "the answer has been lost");
    }

    /// A socket counts as writable only when a third of its buffer is free, and that may be megabytes: a
    /// client that reads slowly but steadily has not been heard of. Whether there is any room, a write tells, if
    /// need be once its body has been prepared anew.
    private void closeUnlessClientReads(Writing writing) {
        writing.becomeOverdue();
        takeTurn();
    }

    private void giveUpBody() {
        logLost("the rest of an answer");
        close();
    }

    private static void logLost(String what) {
        Log.nothingCame("lost " + what, ANSWER_TIMEOUT);
    }

    private boolean canAdvance() {
        return switch (state) {
            case Waiting.IDLE, Waiting.RECEIVING -> incoming.hasUnread();
            case Writing writing -> writing.hasMore();
            case Handling _, Preparing _ -> false;
            case Waiting.LINGERING, Waiting.CLOSED -> false;
        };
    }

    /// Has the operating system watch for what this waits for. To change that costs a system call. So while the socket
    /// is not waited for nothing is changed, unless the socket becomes ready all the same ([#onReady]), which is rare.
    // tag::interest[]
    private void watch() {
        if (canAdvance()) {
            return; // It does not wait for its socket.
        }
        switch (state) {
            case Waiting.IDLE, Waiting.RECEIVING, Waiting.LINGERING ->
                    watchFor(SelectionKey.OP_READ);
            case Handling _, Preparing _ ->
                    watchFor(incoming.canReadAhead() ? SelectionKey.OP_READ : NOTHING);
            case Writing _ -> watchFor(SelectionKey.OP_WRITE);
            case Waiting.CLOSED -> {}
        }
    }

    // end::interest[]

    // tag::watch[]
    private void watchFor(int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    // end::watch[]

    private void become(ConnectionState next) {
        assert server.allowsTransition(state.stage(), next.stage()) : state + " → " + next;
        state = next;
    }

    /// Closes it if it waits for nothing but another request. One that has come by now is answered.
    void closeIfIdle() {
        if (state == Waiting.IDLE && !incoming.hasUnread()) {
            giveUpUnlessRequestComes();
        }
    }

    /// Closes it at once, whatever state it is in. Whatever goes wrong is logged, for others are to be closed too.
    void close() {
        if (state == Waiting.CLOSED) {
            return;
        }
        assert server.loop().isLoopThread();
        var last = state;
        become(Waiting.CLOSED);
        timeout.cancel();
        incoming.forget();
        try (var _ = channel()) {
            switch (last) {
                case Writing writing -> writing.close();
                case Preparing(var writing) -> writing.close();
                case Handling handling -> handling.noteGone();
                case Waiting _ -> {}
            }
        } catch (IOException failure) {
            Log.problem("closing a connection", failure);
        } catch (Throwable fault) {
            Log.fault("closing a connection", fault);
        }
    }

    private Loop loop() {
        return server.loop();
    }

    private SocketChannel channel() {
        return (SocketChannel) key.channel();
    }
}
