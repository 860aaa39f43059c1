package eventloop.eventqueue;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.http.Body;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A text that, once half of it has been put into the buffer, waits to be let go; and that remembers which
/// thread put it there.
final class PausingBody implements Body.Copied {
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
    public void copyTo(ByteBuffer target, long position) {
        writtenBy = Thread.currentThread().getName();
        int half = text.length / 2;
        target.put(text, 0, half);
        halfWay.countDown();
        waitFor(released);
        target.put(text, half, text.length - half);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public Body slice(long from, long length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
