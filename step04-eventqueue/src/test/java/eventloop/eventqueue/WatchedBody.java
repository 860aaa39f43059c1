package eventloop.eventqueue;

import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.Outgoing;
import java.io.IOException;

/// A text that remembers which thread sent it.
final class WatchedBody implements Body {
    private final BytesBody text;
    private volatile String writtenBy = "nobody";

    WatchedBody(String text) {
        this.text = BytesBody.of(text);
    }

    String writtenBy() {
        return writtenBy;
    }

    @Override
    public long length() {
        return text.length();
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        writtenBy = Thread.currentThread().getName();
        text.send(out, from, to);
    }

    @Override
    public void close() {}
}
