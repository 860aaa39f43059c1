package eventloop.lab.measure.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/// Connects and says nothing. See [Companions.Silent].
final class SilentCompanion extends Companion {
    @Override
    public void channelActive(ChannelHandlerContext context) {
        takePlace();
    }

    /// A server that sends it home says why.
    @Override
    void heard(ChannelHandlerContext context, ByteBuf bytes) {
        leave();
    }
}
