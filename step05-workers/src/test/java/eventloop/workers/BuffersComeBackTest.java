package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import eventloop.eventqueue.TimerWheel;
import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.FakeSocket;
import eventloop.http.Outgoing;
import eventloop.selector.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// However a piece ends, the next one comes in the same buffer.
class BuffersComeBackTest {
    private static final String TEXT = "brought by a helper";
    private static final Body BODY = BytesBody.of(TEXT);

    private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
    private final Thread loopThread = Thread.currentThread();
    private final WorkerPool workers = WorkerPool.start(1, 1, this::execute);
    private final MemoryBudget budget = MemoryBudget.shareOfHeap(8);
    private final PieceBuffers buffers = new PieceBuffers();
    private final FetchedBody.Shared shared =
            new FetchedBody.Shared(workers, new TimerWheel(), budget, buffers);
    private final Outgoing out = new Outgoing(64);
    private final FakeSocket socket = new FakeSocket(64);
    private final CountDownLatch tooLate = new CountDownLatch(1);
    private volatile boolean endsMeanwhile;

    private void execute(Runnable task) {
        if (endsMeanwhile && Thread.currentThread() != loopThread) {
            tooLate.countDown();
            throw new RejectedExecutionException();
        }
        loop.add(task);
    }

    @AfterEach
    void dismissHelpers() {
        workers.close();
    }

    @Test
    void whenItHasBeenSent() throws Exception {
        var buffer = onlyBuffer();
        begun().send(out.beginContent(socket), 0, BODY.length());
        assertThat(socket.text()).isEqualTo(TEXT);
        assertThat(buffers.take(1)).isSameAs(buffer);
    }

    @Test
    void whenItsClientTakesOnlyAPartAndTheRestWaitsOnTheHeap() throws Exception {
        var buffer = onlyBuffer();
        var body = begun();
        var slow = new FakeSocket(3);
        body.send(out.beginContent(slow), 0, BODY.length());
        assertThat(buffers.take(1)).isSameAs(buffer);

        body.send(out.beginContent(socket), 3, BODY.length());
        assertThat(slow.text() + socket.text()).isEqualTo(TEXT);
    }

    @Test
    void whenThereIsNoRoomForTheRest() throws Exception {
        assertThat(budget.take(budget.left())).isTrue();
        var buffer = onlyBuffer();
        begun().send(out.beginContent(new FakeSocket(3)), 0, BODY.length());
        assertThat(buffers.take(1)).isSameAs(buffer);
    }

    @Test
    void whenNobodyWantsIt() throws Exception {
        var buffer = onlyBuffer();
        begun().close();
        assertThat(buffers.take(1)).isSameAs(buffer);
    }

    @Test
    void whenTheClientHasGoneWhileAHelperWasAtIt() throws Exception {
        var buffer = onlyBuffer();
        var body = new FetchedBody(BODY, shared);
        assertThat(body.prepare(0, BODY.length(), () -> {})).isFalse();
        loop.take().run();
        var completion = loop.take();
        body.close();
        completion.run();
        assertThat(buffers.take(1)).isSameAs(buffer);
    }

    @Test
    void whenTheLoopHasEndedWhileAHelperWasAtIt() throws Exception {
        var buffer = onlyBuffer();
        endsMeanwhile = true;
        new FetchedBody(BODY, shared).prepare(0, BODY.length(), () -> {});
        loop.take().run();
        assertThat(tooLate.await(20, TimeUnit.SECONDS)).isTrue();
        await().until(() -> buffers.take(1) == buffer);
    }

    @Test
    void whenItCannotBeRead() {
        var buffer = onlyBuffer();
        assertThatIOException().isThrownBy(() -> shared.read(new UnreadableBody(), 0, 1));
        assertThat(buffers.take(1)).isSameAs(buffer);
    }

    /// Whose first bytes are here.
    private FetchedBody begun() throws IOException {
        var body = new FetchedBody(BODY, shared);
        body.begin(BODY.length());
        return body;
    }

    private ByteBuffer onlyBuffer() {
        var buffer = buffers.take(1);
        buffers.giveBack(buffer);
        return buffer;
    }

    private record UnreadableBody() implements Body {
        @Override
        public long length() {
            return 1;
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            throw new IOException("a test's own fault");
        }

        @Override
        public void close() {}
    }
}
