package eventloop.lab.measure.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/// Asks once, and keeps its connection. See [Companions.Idle].
final class IdleCompanion extends Companion {
    private final Target target;
    private final ResponseReader reader = new ResponseReader();

    IdleCompanion(Target target) {
        this.target = target;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        reader.expect(target, false);
        context.writeAndFlush(target.request().duplicate(), context.voidPromise());
    }

    @Override
    void heard(ChannelHandlerContext context, ByteBuf bytes) throws MalformedResponseException {
        if (place() == Place.PRESENT) {
            // A server that ends an idle connection may say why.
            leave();
        } else if (reader.read(bytes)) {
            if (reader.isRight() && reader.keepsAlive()) {
                takePlace();
            } else {
                leave();
            }
        }
    }
}
