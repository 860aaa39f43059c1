package eventloop.lab.measure.load;

import eventloop.lab.measure.load.Clients.Connections;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.SplittableRandom;

/// One client, with one connection at a time:
///
/// ```
///   idle ── ask ──► connecting ──► waiting ── last answer ──► idle, connected
///    ▲  └── ask, when connected ─────▲  │
///    └── refused, closed, no answer in time, response with Connection: close
/// ```
///
/// A connection that is gone is opened again with the next request, as a browser would; what was behind a
/// response with `Connection: close` is asked again. Everything runs on the generator's event loop. Sharable,
/// for it is the handler of all its connections, one after another.
@Sharable
final class Client extends ChannelInboundHandlerAdapter {
    /// Whoever has clients ask, and hears how it went.
    interface Owner {
        /// A part of an answer is there that is right so far.
        void received(int bodyBytes, long now);

        void answered(Client client, long due, long now);

        void failed(Client client, Failure failure, long due, long now);

        void reconnected(long now);

        /// The generator itself has failed.
        void broke(Throwable cause);
    }

    /// Of so many responses one is compared byte for byte; the length of every one is.
    private static final int COMPARED = 32;

    private final int number;
    private final Deck deck;
    private final SplittableRandom random;
    private final Connector connector;
    private final Connections connections;
    private final Outstanding outstanding;
    private final ResponseReader reader = new ResponseReader();
    private Owner owner;

    private Channel channel;
    private boolean lostConnection;
    private int responses;

    Client(int number, LoadPlan plan, Deck deck, Connector connector, Owner owner) {
        this.number = number;
        this.deck = deck;
        this.random = plan.randomOf(number);
        this.connector = connector;
        this.connections = plan.clients().connections();
        this.outstanding = new Outstanding(plan.clients().depth());
        this.owner = owner;
        responses = number;
    }

    int number() {
        return number;
    }

    void ownedBy(Owner next) {
        owner = next;
    }

    /// Whether it waits for an answer.
    boolean isBusy() {
        return !outstanding.isEmpty();
    }

    /// Whether it has asked before that time, and has not had a byte of the body it asked for.
    boolean isStarvedSince(long time) {
        return isBusy() && outstanding.askedAt() - time < 0 && reader.bodyRead() == 0;
    }

    /// Whether it has a connection, from a phase before.
    boolean isConnected() {
        return channel != null && channel.isActive();
    }

    boolean canAsk() {
        return !outstanding.isFull();
    }

    /// Sends the next requests, together. Only as many as it can ask.
    ///
    /// @param due when they should have been sent
    void ask(int requests, long due, long now) {
        boolean wasIdle = outstanding.isEmpty();
        int sent = outstanding.count();
        for (int i = 0; i < requests; i++) {
            outstanding.add(deck.draw(random), due, now);
        }
        if (wasIdle) {
            expectOldest();
        }
        if (channel == null) {
            connect(now);
        } else if (channel.isActive()) {
            sendFrom(sent);
        }
    }

    /// Gives up on requests that have been waiting for too long.
    void giveUpIfAskedBefore(long time, long now) {
        if (isBusy() && outstanding.askedAt() - time < 0) {
            fail(Failure.TIMED_OUT, now);
        }
    }

    /// Closes its connection and forgets what it has asked, if anything.
    void leave() {
        disconnect();
        outstanding.removeAll();
        lostConnection = false;
    }

    private void disconnect() {
        if (channel != null) {
            var left = channel;
            channel = null;
            left.close();
        }
    }

    private void expectOldest() {
        reader.expect(outstanding.target(0), responses++ % COMPARED == 0);
    }

    private void connect(long now) {
        if (lostConnection) {
            lostConnection = false;
            owner.reconnected(now);
        }
        var attempt = connector.connect(this);
        channel = attempt.channel();
        attempt.addListener((ChannelFuture end) -> {
            try {
                connected(end);
            } catch (RuntimeException | Error fault) {
                owner.broke(fault);
            }
        });
    }

    private void connected(ChannelFuture attempt) {
        if (attempt.channel() == channel) {
            if (attempt.isSuccess()) {
                sendFrom(0);
            } else {
                NoPortLeftException.behind(attempt.cause()).ifPresent(owner::broke);
                fail(Failure.REFUSED, System.nanoTime());
            }
        }
    }

    private void sendFrom(int request) {
        for (int i = request; i < outstanding.count(); i++) {
            channel.write(outstanding.target(i).request().duplicate(), channel.voidPromise());
        }
        channel.flush();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        try {
            long now = System.nanoTime();
            while (bytes.isReadable() && context.channel() == channel) {
                read(bytes, now);
            }
        } catch (MalformedResponseException malformed) {
            fail(Failure.WRONG_BYTES, System.nanoTime());
        } finally {
            bytes.release();
        }
    }

    private void read(ByteBuf bytes, long now) throws MalformedResponseException {
        if (outstanding.isEmpty()) {
            // Unasked: a server that says why it closes an idle connection.
            loseConnection();
            return;
        }
        int before = reader.bodyRead();
        boolean isWhole = reader.read(bytes);
        if (isWhole && bytes.isReadable() && outstanding.count() == 1) {
            throw new MalformedResponseException("bytes behind the response");
        }
        if (reader.isRight()) {
            owner.received(reader.bodyRead() - before, now);
        }
        if (isWhole) {
            finish(now);
        }
    }

    private void finish(long now) {
        boolean isRight = reader.isRight();
        int status = reader.status();
        long due = outstanding.remove();
        if (connections == Connections.ONE_A_REQUEST) {
            disconnect();
        } else if (!reader.keepsAlive()) {
            loseConnection();
        }
        if (isBusy()) {
            goOn(now);
        }
        if (isRight) {
            owner.answered(this, due, now);
        } else {
            owner.failed(this, kindOf(status), due, now);
        }
    }

    private void goOn(long now) {
        expectOldest();
        if (channel == null) {
            connect(now);
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

    /// A connection may break, but nothing else: that would be a fault of our own, and not the server's.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            owner.broke(cause);
        }
        closedByServer(context);
    }

    private void closedByServer(ChannelHandlerContext context) {
        if (context.channel() == channel) {
            if (isBusy()) {
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

    /// What befalls a connection befalls all that was asked on it.
    private void fail(Failure failure, long now) {
        loseConnection();
        for (long due : outstanding.removeAll()) {
            owner.failed(this, failure, due, now);
        }
    }
}
