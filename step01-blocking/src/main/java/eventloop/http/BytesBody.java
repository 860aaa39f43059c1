package eventloop.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A body that lies in memory. Immutable and without anything to close: it can be sent many times, to
/// many clients at once, from any thread.
public final class BytesBody implements Body.Copied {
    public static final BytesBody EMPTY = new BytesBody(new byte[0]);

    private final byte[] bytes;
    private final int offset;
    private final int length;

    /// @param bytes not copied: the caller must not change them any more
    public BytesBody(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private BytesBody(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
    }

    public static BytesBody of(String text) {
        return new BytesBody(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void copyTo(ByteBuffer target, long position) {
        int from = (int) position;
        target.put(bytes, offset + from, Math.min(length - from, target.remaining()));
    }

    @Override
    public BytesBody slice(long from, long length) {
        return new BytesBody(bytes, offset + (int) from, (int) length);
    }

    @Override
    public void close() {}
}
