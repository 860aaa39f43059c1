package eventloop.lab.measure.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannelConfig;
import java.util.function.Consumer;

/// One of those who are there while others are timed. It takes its place once: connects, and asks if its kind
/// does. What becomes of it then is the server's business.
///
/// ```
///   outside ── come ──► coming ── connected, and answered if it asks ──► present
///                         └── refused, closed, sent home ──► gone ◄────────┘
/// ```
///
/// Everything runs on the generator's event loop.
abstract class Companion extends ChannelInboundHandlerAdapter {
    enum Place {
        OUTSIDE,
        COMING,
        PRESENT,
        GONE
    }

    private Place place = Place.OUTSIDE;
    private Channel channel;

    final Place place() {
        return place;
    }

    /// Connects.
    ///
    /// @param broke hears of it if the load itself has failed
    final void come(Connector connector, Consumer<Throwable> broke) {
        place = Place.COMING;
        var attempt = connector.connect(this, this::configure);
        channel = attempt.channel();
        attempt.addListener((ChannelFuture end) -> connected(end, broke));
    }

    final void connected(ChannelFuture attempt, Consumer<Throwable> broke) {
        if (!attempt.isSuccess()) {
            place = Place.GONE;
            NoPortLeftException.behind(attempt.cause()).ifPresent(broke);
        }
    }

    /// Sets options that its connection needs.
    void configure(SocketChannelConfig config) {}

    final void takePlace() {
        place = Place.PRESENT;
    }

    final void leave() {
        place = Place.GONE;
        channel.close();
    }

    /// What the server says.
    ///
    /// @throws MalformedResponseException if that is not what was asked for
    abstract void heard(ChannelHandlerContext context, ByteBuf bytes)
            throws MalformedResponseException;

    @Override
    public final void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        try {
            heard(context, bytes);
        } catch (MalformedResponseException malformed) {
            leave();
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        place = Place.GONE;
    }

    @Override
    public final void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        leave();
    }
}
