package eventloop.lab.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import java.util.concurrent.TimeUnit;

/// Asks for one page after another, and reads a little at a time. See [Companions.SlowReaders].
final class SlowCompanion extends Companion {
    private static final int SIPS_A_SECOND = 20;
    private static final int LEAST_SOCKET_BUFFER = 8 << 10;

    private final Target target;
    private final int bytesASip;
    private final ResponseReader reader = new ResponseReader();

    SlowCompanion(Target target, int bytesPerSecond) {
        this.target = target;
        bytesASip = Math.max(1, bytesPerSecond / SIPS_A_SECOND);
    }

    /// What the kernel takes in for it, it has not read, but the server is rid of: so that is to be little.
    @Override
    Bootstrap prepare(Bootstrap bootstrap) {
        return bootstrap
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.SO_RCVBUF, Math.max(LEAST_SOCKET_BUFFER, bytesASip))
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(bytesASip).maxMessagesPerRead(1));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        settle();
        ask(context);
        context.channel()
                .eventLoop()
                .scheduleAtFixedRate(
                        () -> context.read(), 0, 1000 / SIPS_A_SECOND, TimeUnit.MILLISECONDS);
    }

    private void ask(ChannelHandlerContext context) {
        reader.expect(target, false);
        context.writeAndFlush(target.request().duplicate(), context.voidPromise());
    }

    @Override
    void heard(ChannelHandlerContext context, ByteBuf bytes) throws MalformedResponseException {
        if (reader.read(bytes)) {
            ask(context);
        }
    }
}
