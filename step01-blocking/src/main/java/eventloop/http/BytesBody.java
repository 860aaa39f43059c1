package eventloop.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A body that lies in the heap. Immutable and without anything to close: it can be sent many times, to
/// many clients at once, from any thread.
public final class BytesBody implements Body {
    static final BytesBody EMPTY = new BytesBody(new byte[0]);

    private final byte[] bytes;

    /// @param bytes not copied: the caller must not change them any more
    public BytesBody(byte[] bytes) {
        this.bytes = bytes;
    }

    public static BytesBody of(String text) {
        return new BytesBody(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        out.buffer().put(bytes, (int) from, (int) Math.min(to - from, out.buffer().remaining()));
        out.flush();
    }

    @Override
    public void close() {}
}
