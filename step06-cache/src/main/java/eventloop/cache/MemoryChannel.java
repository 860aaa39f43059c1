package eventloop.cache;

import eventloop.http.SequentialChannel;
import java.nio.ByteBuffer;
import java.util.List;

/// A place in memory to which a body can send itself, as it does to a socket. Takes everything for as long as
/// there is room. One thread at a time.
public final class MemoryChannel implements SequentialChannel {
    private final List<ByteBuffer> target;

    /// @param target filled one after the other, from their positions to their limits
    public MemoryChannel(List<ByteBuffer> target) {
        this.target = target;
    }

    @Override
    public int write(ByteBuffer source) {
        int before = source.remaining();
        for (var buffer : target) {
            int count = Math.min(buffer.remaining(), source.remaining());
            buffer.put(buffer.position(), source, source.position(), count);
            buffer.position(buffer.position() + count);
            source.position(source.position() + count);
        }
        return before - source.remaining();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
