package eventloop.lab.measure.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import java.nio.ByteBuffer;

/// One buffer into which all connections of a loop are read, one after another: whoever gets the bytes has
/// to be done with them before the next read. There is one read each time the loop wakes for a connection, and
/// what does not fit is still there the next time.
final class ReceiveBuffer extends DefaultMaxMessagesRecvByteBufAllocator {
    private final ByteBuf buffer;

    /// @param bytes the most that one read takes
    ReceiveBuffer(int bytes) {
        super(1);
        buffer =
                Unpooled.unreleasableBuffer(
                        Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(bytes)));
    }

    @Override
    public ExtendedHandle newHandle() {
        return new Reads();
    }

    private final class Reads extends MaxMessageHandle {
        @Override
        public ByteBuf allocate(ByteBufAllocator unused) {
            return buffer.clear();
        }

        @Override
        public int guess() {
            return buffer.capacity();
        }
    }
}
