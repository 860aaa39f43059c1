package eventloop.zerocopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.cache.MemoryChannel;
import eventloop.eventqueue.TimerWheel;
import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.files.SlowDisk;
import eventloop.http.Body;
import eventloop.http.Headers;
import eventloop.http.Method;
import eventloop.http.Outgoing;
import eventloop.http.Request;
import eventloop.http.UrlPath;
import eventloop.http.Version;
import eventloop.workers.FetchingResponder;
import eventloop.workers.WorkerPool;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Between its beginning and its end, a large file is sent by the loop itself only where that need not wait.
class LargeFileBodyTest {
    private static final int SIZE = 4 << 20;
    private static final Request REQUEST =
            new Request(
                    Method.GET,
                    new UrlPath("/large.bin", ""),
                    Version.HTTP_1_1,
                    true,
                    Headers.NONE);

    @TempDir private Path root;
    private Path location;

    @BeforeEach
    void makeFileThatIsInMemory() throws Exception {
        location = Files.write(root.resolve("large.bin"), new byte[SIZE]);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody tells what is in memory")
    void whatIsInMemoryNeedsNoPreparing() throws Exception {
        try (var workers = WorkerPool.start(1, 10, _ -> {})) {
            var file = open();
            var all = FileResponder.READ_WHILE_SENDING.respond(REQUEST, file).body();
            try (var body = largeFileBody(all, file, workers)) {
                long from = sendBeginning(body);

                assertThat(body.prepare(from, SIZE, () -> {})).isTrue();
            }
        }
    }

    /// A file that has been written to is in memory: the loop would send the new version behind the old one.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "makes a file of which nothing is in memory")
    void whatHelpersCannotBringIsNotSentWithoutThem() throws Exception {
        makeFileThatIsNotInMemory();
        var tasksOfTheLoop = new LinkedBlockingQueue<Runnable>();
        var isReady = new AtomicBoolean();
        try (var workers = WorkerPool.start(1, 10, tasksOfTheLoop::add);
                var file = open();
                var body = largeFileBody(new ChangesAfterItsBeginning(), file, workers)) {
            long from = sendBeginning(body);
            assertThat(body.prepare(from, SIZE, () -> isReady.set(true))).isFalse();
            while (!isReady.get()) {
                tasksOfTheLoop.take().run();
            }
            makeFileThatIsInMemory();

            assertThat(body.prepare(from, SIZE, () -> {})).isTrue();
            assertThatThrownBy(() -> send(body, from)).hasMessage("has changed");
        }
    }

    /// Asked where the file may not be written; but whoever runs this as root may write all.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody tells what is in memory")
    void theOwnerIsKnown() {
        assertThat(PageCache.isOwn(location)).isTrue();
    }

    /// However much more the client would take: others have their turn in between.
    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody tells what is in memory")
    void noMoreThanAShareGoesInOneTurn(SendingWay way) throws Exception {
        try (var workers = WorkerPool.start(1, 10, _ -> {})) {
            var file = open();
            var all = FileResponder.READ_WHILE_SENDING.respond(REQUEST, file).body();
            try (var body = largeFileBody(all, file, workers, way)) {
                long from = sendBeginning(body);
                assertThat(body.prepare(from, SIZE, () -> {})).isTrue();

                assertThat(send(body, from)).isEqualTo(LargeFileBody.SHARE);
            }
        }
    }

    /// It moves nothing, as it does where the socket is full: who takes the one for the other tries for ever.
    @Test
    void aFileThatHasEndedIsNotTakenForAFullSocket() throws Exception {
        try (var file = open()) {
            Files.write(location, new byte[0]);
            var target = new MemoryChannel(List.of(ByteBuffer.allocate(SIZE)));
            var out = new Outgoing(1).beginContent(target);

            assertThatThrownBy(() -> new TransferBody(file).send(out, 1_000, SIZE))
                    .isInstanceOf(EOFException.class);
        }
    }

    private void makeFileThatIsNotInMemory() throws Exception {
        try (var hole = new RandomAccessFile(location.toFile(), "rw")) {
            hole.setLength(0);
            hole.setLength(SIZE);
        }
    }

    private record ChangesAfterItsBeginning() implements Body {
        @Override
        public long length() {
            return SIZE;
        }

        @Override
        public void send(Outgoing out, long from, long to) throws IOException {
            if (from > 0) {
                throw new IOException("has changed");
            }
            out.buffer().put(new byte[(int) Math.min(to, out.buffer().remaining())]);
            out.flush();
        }

        @Override
        public void close() {}
    }

    private static LargeFileBody largeFileBody(Body all, OpenFile file, WorkerPool workers)
            throws IOException {
        return largeFileBody(all, file, workers, SendingWay.TRANSFER);
    }

    private static LargeFileBody largeFileBody(
            Body all, OpenFile file, WorkerPool workers, SendingWay way) throws IOException {
        var fetching =
                new FetchingResponder(FileResponder.READ_WHILE_SENDING, workers, new TimerWheel());
        return new LargeFileBody(fetching.inPieces(REQUEST, all), file, way.bodyOf(file));
    }

    private static long sendBeginning(LargeFileBody body) throws IOException {
        assertThat(body.prepare(0, SIZE, () -> {})).isTrue();
        return send(body, 0);
    }

    /// @return how many bytes have been sent
    private static long send(LargeFileBody body, long from) throws IOException {
        var out = new Outgoing(SIZE);
        var target = new MemoryChannel(List.of(ByteBuffer.allocate(SIZE)));
        body.send(out.beginContent(target), from, SIZE);
        return out.contentSent();
    }

    private OpenFile open() throws Exception {
        return new OpenFile(
                Path.of("large.bin"),
                location,
                FileChannel.open(location),
                SIZE,
                "large.bin",
                SlowDisk.NONE);
    }
}
