package eventloop.lab.measure.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Sends many requests in one go, reads all the answers, and does it again while others are timed. See
/// [Companions.Bursts].
final class BurstCompanion extends Companion {
    private static final double MICROS_A_SECOND = 1e6;

    private final Target target;
    private final Companions.Bursts kind;
    private final BooleanSupplier isTimed;
    private final ByteBuf burst;
    private final ResponseReader reader = new ResponseReader();
    private Future<?> sending;
    private int unanswered;

    /// @param isTimed whether a phase is under way
    BurstCompanion(Target target, Companions.Bursts kind, BooleanSupplier isTimed) {
        this.target = target;
        this.kind = kind;
        this.isTimed = isTimed;
        burst = repeated(target.request(), kind.requests());
    }

    private static ByteBuf repeated(ByteBuf request, int times) {
        var all = Unpooled.directBuffer(request.readableBytes() * times);
        for (int i = 0; i < times; i++) {
            all.writeBytes(request.duplicate());
        }
        return Unpooled.unreleasableBuffer(all);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        send(context);
        sending =
                context.channel()
                        .eventLoop()
                        .scheduleAtFixedRate(
                                () -> sendIfTimed(context),
                                0,
                                (long) (MICROS_A_SECOND / kind.perSecond()),
                                TimeUnit.MICROSECONDS);
    }

    /// Unless the last burst is still being answered: then it waits for the next time.
    private void sendIfTimed(ChannelHandlerContext context) {
        if (unanswered == 0 && isTimed.getAsBoolean()) {
            send(context);
        }
    }

    private void send(ChannelHandlerContext context) {
        unanswered = kind.requests();
        reader.expect(target, false);
        context.writeAndFlush(burst.duplicate(), context.voidPromise());
    }

    @Override
    void heard(ChannelHandlerContext context, ByteBuf bytes) throws MalformedResponseException {
        while (unanswered > 0 && reader.read(bytes)) {
            if (!reader.isRight() || !reader.keepsAlive()) {
                leave();
                return;
            }
            takePlace();
            unanswered--;
            reader.expect(target, false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        sending.cancel(false);
        super.channelInactive(context);
    }
}
