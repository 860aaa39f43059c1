package eventloop.selector;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;

/// A body that waits for a disk that never answers. Remembers whether it was closed.
public class UnpreparedBody implements Body {
    private volatile boolean closed;

    @Override
    public long length() {
        return 1;
    }

    @Override
    public boolean prepare(long from, long to, Runnable whenReady) {
        return false;
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        out.buffer().put((byte) '!');
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
    }

    public final boolean isClosed() {
        return closed;
    }
}
