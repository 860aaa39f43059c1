package eventloop.exercises.step03.outbox;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/// A socket's buffer that has room for what the test says.
final class NarrowChannel implements WritableByteChannel {
    private final StringBuilder taken = new StringBuilder();
    private int room;
    private int writes;

    void makeRoom(int bytes) {
        room = bytes;
    }

    String taken() {
        return taken.toString();
    }

    int writes() {
        return writes;
    }

    @Override
    public int write(ByteBuffer source) {
        writes++;
        int count = Math.min(room, source.remaining());
        var bytes = new byte[count];
        source.get(bytes);
        room -= count;
        taken.append(new String(bytes, StandardCharsets.US_ASCII));
        return count;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
