package eventloop.lab.measure.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannelConfig;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Asks for one page after another, and reads a little at a time while others are timed. See [Companions.SlowReaders].
final class SlowCompanion extends Companion {
    private static final int LEAST_SOCKET_BUFFER = 8 << 10;

    /// How it drinks: many small sips, but where there are many readers each sip costs processor time, so
    /// whoever drinks little takes fewer.
    ///
    /// @param buffer for one sip
    record Sips(int aSecond, ReceiveBuffer buffer, int bytes) {
        private static final int USUAL_A_SECOND = 20;
        private static final int SENSIBLE_BYTES = 512;

        /// More than this has no room in the socket's buffer, where Linux has its usual limit (net.core.rmem_max).
        private static final int MOST_BYTES = 100_000;

        static Sips of(int bytesPerSecond) {
            int usual = Math.clamp(bytesPerSecond / SENSIBLE_BYTES, 1, USUAL_A_SECOND);
            int aSecond = Math.max(usual, Math.ceilDiv(bytesPerSecond, MOST_BYTES));
            int bytes = Math.max(1, bytesPerSecond / aSecond);
            return new Sips(aSecond, new ReceiveBuffer(bytes), bytes);
        }
    }

    private final Target target;
    private final Sips sips;
    private final BooleanSupplier isTimed;
    private final ResponseReader reader = new ResponseReader();
    private Future<?> drinking;

    /// @param isTimed whether a phase is under way
    SlowCompanion(Target target, Sips sips, BooleanSupplier isTimed) {
        this.target = target;
        this.sips = sips;
        this.isTimed = isTimed;
    }

    /// What the kernel takes in for it, it has not read, but the server is rid of: so that is to be little.
    @Override
    void configure(SocketChannelConfig config) {
        config.setAutoRead(false)
                .setReceiveBufferSize(Math.max(LEAST_SOCKET_BUFFER, sips.bytes()))
                .setRecvByteBufAllocator(sips.buffer());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        ask(context);
        drinking =
                context.channel()
                        .eventLoop()
                        .scheduleAtFixedRate(
                                () -> drink(context),
                                0,
                                1_000_000 / sips.aSecond(),
                                TimeUnit.MICROSECONDS);
    }

    /// Before it has its place, to find one; and then only while others are timed.
    private void drink(ChannelHandlerContext context) {
        if (place() != Place.PRESENT || isTimed.getAsBoolean()) {
            context.read();
        }
    }

    private void ask(ChannelHandlerContext context) {
        reader.expect(target, false);
        context.writeAndFlush(target.request().duplicate(), context.voidPromise());
    }

    @Override
    void heard(ChannelHandlerContext context, ByteBuf bytes) throws MalformedResponseException {
        boolean isWhole = reader.read(bytes);
        if (reader.hasHead() && !reader.isRight()) {
            leave();
        } else if (reader.hasHead()) {
            takePlace();
        }
        if (isWhole && place() == Place.PRESENT) {
            ask(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        drinking.cancel(false);
        super.channelInactive(context);
    }
}
