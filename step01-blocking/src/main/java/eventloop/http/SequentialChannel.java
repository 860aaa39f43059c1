package eventloop.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;

/// A channel that never takes less than it has room for. So to write several buffers ("gathering") is to write one
/// after the other: where one is not taken whole, there is no room for the next.
public interface SequentialChannel extends GatheringByteChannel {
    @Override
    default long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            count += write(sources[i]);
        }
        return count;
    }

    @Override
    default long write(ByteBuffer[] sources) throws IOException {
        return write(sources, 0, sources.length);
    }
}
