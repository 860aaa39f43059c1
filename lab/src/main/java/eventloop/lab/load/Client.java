package eventloop.lab.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ConnectTimeoutException;

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
    private final ResponseReader reader = new ResponseReader();
    private Owner owner;

    private Channel channel;
    private boolean lostConnection;
    private boolean busy;
    private int asked;
    private Target target;
    private long due;
    private long askedAt;

    /// @param bootstrap for connections to the server; the handler is missing still
    Client(int number, Deck deck, Bootstrap bootstrap, Owner owner) {
        this.number = number;
        this.deck = deck;
        this.bootstrap = bootstrap.clone().handler(this);
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

    /// Sends the next request. Only when not busy.
    ///
    /// @param due when it should have been sent
    void ask(long due, long now) {
        this.due = due;
        askedAt = now;
        busy = true;
        target = deck.card(number * 31 + asked);
        reader.expect(target, (number + asked) % COMPARED == 0);
        asked++;
        if (isConnected()) {
            send();
        } else {
            connect();
        }
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
        busy = false;
        lostConnection = false;
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
        var attempt = bootstrap.connect();
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
        channel.writeAndFlush(target.request().duplicate(), channel.voidPromise());
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
            } else if (reader.read(bytes)) {
                finish(System.nanoTime());
            }
        } catch (MalformedResponseException malformed) {
            fail(Failure.WRONG_BYTES, System.nanoTime());
        } finally {
            bytes.release();
        }
    }

    private void finish(long now) {
        if (reader.isRight()) {
            if (!reader.keepsAlive()) {
                loseConnection();
            }
            busy = false;
            owner.answered(this, due, now);
        } else {
            fail(kindOf(reader.status()), now);
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
        busy = false;
        owner.failed(this, failure, due, now);
    }
}
