package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventloop.eventqueue.TimerWheel;
import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.FakeSocket;
import eventloop.http.Outgoing;
import eventloop.selector.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where there is no memory to note that a buffer is free again, the buffer is lost. Its file is closed all the same.
class LostBuffersTest {
    private final BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
    private final WorkerPool workers = WorkerPool.start(1, 1, loop::add);
    private final FetchedBody.Shared shared =
            new FetchedBody.Shared(
                    workers,
                    new TimerWheel(),
                    MemoryBudget.shareOfHeap(8),
                    new PieceBuffers(new FullDeque()));
    private final File file = new File();
    private final FetchedBody body = new FetchedBody(file, shared);

    @AfterEach
    void dismissHelpers() {
        workers.close();
    }

    @Test
    void whenNobodyWantsItsBytes() throws Exception {
        body.begin(file.length());
        expectWantOfMemory(body::close);
        assertThat(file.closed).isTrue();
    }

    @Test
    void whenItHasBeenSent() throws Exception {
        body.begin(file.length());
        var out = new Outgoing(64).beginContent(new FakeSocket(64));
        expectWantOfMemory(() -> body.send(out, 0, file.length()));
        body.close();
        assertThat(file.closed).isTrue();
    }

    @Test
    void whenAHelperHasDoneWithItAndNotBefore() throws Exception {
        body.begin(1);
        expectWantOfMemory(() -> body.prepare(1, file.length(), () -> {}));
        loop.take().run();
        var completion = loop.take();
        body.close();
        assertThat(file.closed).isFalse();
        expectWantOfMemory(completion::run);
        assertThat(file.closed).isTrue();
    }

    private static void expectWantOfMemory(ThrowingCallable call) {
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(call);
    }

    private static final class FullDeque extends ConcurrentLinkedDeque<ByteBuffer> {
        @Override
        public void addFirst(ByteBuffer buffer) {
            throw new OutOfMemoryError("a test's own want of memory");
        }
    }

    private static final class File implements Body {
        private static final Body CONTENT = BytesBody.of("brought by a helper");

        private boolean closed;

        @Override
        public long length() {
            return CONTENT.length();
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            CONTENT.send(out, from, to);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
