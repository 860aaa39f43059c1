package eventloop.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.nio.charset.StandardCharsets;

/// A socket with room for `most` bytes at a time, that keeps what it is given.
public final class FakeSocket implements GatheringByteChannel {
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    int most;
    int writes;

    public FakeSocket(int most) {
        this.most = most;
    }

    public String text() {
        return received.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public int write(ByteBuffer source) {
        return (int) write(new ByteBuffer[] {source});
    }

    @Override
    public long write(ByteBuffer[] sources) {
        return write(sources, 0, sources.length);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        writes++;
        int count = 0;
        for (int i = offset; i < offset + length; i++) {
            for (; count < most && sources[i].hasRemaining(); count++) {
                received.write(sources[i].get());
            }
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
