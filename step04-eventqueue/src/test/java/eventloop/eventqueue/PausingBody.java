package eventloop.eventqueue;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A text that, once half of it has been put into the buffer, waits to be let go; and that remembers which
/// thread put it there.
final class PausingBody implements Body {
    private final byte[] text;
    private final CountDownLatch halfWay = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile String writtenBy = "nobody";

    PausingBody(String text) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    /// One that has been let go already.
    static PausingBody unpaused(String text) {
        var body = new PausingBody(text);
        body.letGo();
        return body;
    }

    void awaitHalfWay() {
        waitFor(halfWay);
    }

    void letGo() {
        released.countDown();
    }

    String writtenBy() {
        return writtenBy;
    }

    @Override
    public long length() {
        return text.length;
    }

    @Override
    public void send(Outgoing out, long from, long to) throws IOException {
        writtenBy = Thread.currentThread().getName();
        int half = text.length / 2;
        out.buffer().put(text, 0, half);
        halfWay.countDown();
        waitFor(released);
        out.buffer().put(text, half, text.length - half);
        out.flush();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {}
}
