package eventloop.lab.load;

import eventloop.lab.load.Clients.Connections;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ConnectTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;

/// One client: a connection, kept as long as the server keeps it, and one request at a time.
///
/// ```
///   idle ── ask ──► connecting ──► waiting ── whole response ──► idle, connected
///    ▲  └── ask, when connected ─────▲  │
///    └── refused, closed, no answer in time, response with Connection: close
/// ```
///
/// A connection that is gone is opened again with the next request, as a browser would. Everything runs on
/// the generator's event loop. Sharable, for it is the handler of all its connections, one after another.
@Sharable
final class Client extends ChannelInboundHandlerAdapter {
    /// Whoever has clients ask, and hears how it went.
    interface Owner {
        void answered(Client client, long due, long now);

        void failed(Client client, Failure failure, long due, long now);

        void reconnected(long now);
    }

    /// Of so many responses one is compared byte for byte; the length of every one is.
    private static final int COMPARED = 32;

    private final int number;
    private final Deck deck;
    private final Bootstrap bootstrap;
    private final SourceAddresses sources;
    private final Clients kind;
    private final Deque<Target> unanswered = new ArrayDeque<>();
    private final ResponseReader reader = new ResponseReader();
    private Owner owner;

    private Channel channel;
    private boolean lostConnection;
    private boolean busy;
    private int asked;
    private long due;
    private long askedAt;

    /// @param bootstrap for connections to the server; the handler is missing still
    Client(
            int number,
            Clients kind,
            Deck deck,
            Bootstrap bootstrap,
            SourceAddresses sources,
            Owner owner) {
        this.number = number;
        this.kind = kind;
        this.deck = deck;
        this.bootstrap = bootstrap.clone().handler(this);
        this.sources = sources;
        this.owner = owner;
    }

    int number() {
        return number;
    }

    void ownedBy(Owner next) {
        owner = next;
    }

    boolean isBusy() {
        return busy;
    }

    /// Sends the next request, or as many as are pipelined. Only when not busy.
    ///
    /// @param due when it should have been sent
    void ask(long due, long now) {
        this.due = due;
        askedAt = now;
        busy = true;
        for (int request = 0; request < kind.depth(); request++) {
            unanswered.add(deck.card(number * 31 + asked + request));
        }
        expectNext();
        if (isConnected()) {
            send();
        } else {
            connect();
        }
    }

    private void expectNext() {
        reader.expect(unanswered.element(), (number + asked) % COMPARED == 0);
        asked++;
    }

    /// Gives up on a request that has been waiting for too long.
    void giveUpIfAskedBefore(long time, long now) {
        if (busy && askedAt - time < 0) {
            fail(Failure.TIMED_OUT, now);
        }
    }

    /// Closes its connection and forgets what it has asked, if anything.
    void leave() {
        disconnect();
        forget();
        lostConnection = false;
    }

    private void forget() {
        busy = false;
        unanswered.clear();
    }

    private void disconnect() {
        if (channel != null) {
            var left = channel;
            channel = null;
            left.close();
        }
    }

    private boolean isConnected() {
        return channel != null && channel.isActive();
    }

    private void connect() {
        if (lostConnection) {
            lostConnection = false;
            owner.reconnected(askedAt);
        }
        var attempt = sources.connect(bootstrap);
        channel = attempt.channel();
        attempt.addListener(end -> {
            if (attempt.channel() != channel || !busy) {
                return;
            }
            if (end.isSuccess()) {
                send();
            } else {
                fail(
                        end.cause() instanceof ConnectTimeoutException
                                ? Failure.TIMED_OUT
                                : Failure.REFUSED,
                        System.nanoTime());
            }
        });
    }

    private void send() {
        for (var target : unanswered) {
            channel.write(target.request().duplicate(), channel.voidPromise());
        }
        channel.flush();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        try {
            if (context.channel() != channel) {
                return;
            }
            if (!busy) {
                // Unasked: a server that says why it closes an idle connection.
                loseConnection();
                return;
            }
            while (busy && reader.read(bytes)) {
                finish(bytes.isReadable(), System.nanoTime());
            }
        } catch (MalformedResponseException malformed) {
            fail(Failure.WRONG_BYTES, System.nanoTime());
        } finally {
            bytes.release();
        }
    }

    /// @param isMoreToRead whether there are bytes behind the response
    private void finish(boolean isMoreToRead, long now) {
        if (!reader.isRight()) {
            fail(kindOf(reader.status()), now);
            return;
        }
        unanswered.remove();
        if (isMoreToRead && unanswered.isEmpty()) {
            fail(Failure.WRONG_BYTES, now);
            return;
        }
        if (unanswered.isEmpty()) {
            busy = false;
        } else if (reader.keepsAlive()) {
            expectNext();
        } else {
            fail(Failure.CLOSED_EARLY, now);
            return;
        }
        if (!reader.keepsAlive()) {
            letGo();
        }
        owner.answered(this, due, now);
    }

    /// The server closes: with each answer, if that is what it was asked for.
    private void letGo() {
        if (kind.connections() == Connections.KEPT) {
            loseConnection();
        } else {
            disconnect();
        }
    }

    private static Failure kindOf(int status) {
        return switch (status) {
            case 200 -> Failure.WRONG_BYTES;
            case 503 -> Failure.UNAVAILABLE;
            default -> Failure.UNEXPECTED_STATUS;
        };
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closedByServer(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        closedByServer(context);
    }

    private void closedByServer(ChannelHandlerContext context) {
        if (context.channel() == channel) {
            if (busy) {
                fail(Failure.CLOSED_EARLY, System.nanoTime());
            } else {
                loseConnection();
            }
        }
    }

    private void loseConnection() {
        lostConnection = true;
        disconnect();
    }

    private void fail(Failure failure, long now) {
        loseConnection();
        forget();
        owner.failed(this, failure, due, now);
    }
}
