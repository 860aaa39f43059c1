package eventloop.lab.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;

/// One of those who are there while others are timed. It takes its place once: connects, and asks if its kind
/// does. What becomes of it then is the server's business.
abstract class Companion extends ChannelInboundHandlerAdapter {
    private final CompletableFuture<Boolean> settled = new CompletableFuture<>();

    /// Connects, on the generator's event loop.
    ///
    /// @return whether it has found its place, as soon as that is known
    final CompletableFuture<Boolean> come(Bootstrap bootstrap, SourceAddresses sources) {
        sources.connect(prepare(bootstrap.clone().handler(this)))
                .addListener(attempt -> {
                    if (!attempt.isSuccess()) {
                        settled.complete(false);
                    }
                });
        return settled;
    }

    /// Options that its connection needs.
    Bootstrap prepare(Bootstrap bootstrap) {
        return bootstrap;
    }

    final void settle() {
        settled.complete(true);
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
            leave(context);
        } finally {
            bytes.release();
        }
    }

    @Override
    public final void channelInactive(ChannelHandlerContext context) {
        settled.complete(false);
    }

    @Override
    public final void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        leave(context);
    }

    private void leave(ChannelHandlerContext context) {
        settled.complete(false);
        context.close();
    }
}
