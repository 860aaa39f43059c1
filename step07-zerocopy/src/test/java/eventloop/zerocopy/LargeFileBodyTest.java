package eventloop.zerocopy;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.eventqueue.TimerWheel;
import eventloop.files.FileResponder;
import eventloop.files.OpenFile;
import eventloop.files.SlowDisk;
import eventloop.http.Headers;
import eventloop.http.Method;
import eventloop.http.Outgoing;
import eventloop.http.Request;
import eventloop.http.UrlPath;
import eventloop.http.Version;
import eventloop.workers.FetchingResponder;
import eventloop.workers.MemoryChannel;
import eventloop.workers.WorkerPool;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void whatIsInMemoryNeedsNoPreparing() throws Exception {
        try (var workers = new WorkerPool(1, 10, _ -> {})) {
            var file = open();
            try (var body =
                    new LargeFileBody(
                            new FetchingResponder(
                                            FileResponder.READ_WHILE_SENDING,
                                            workers,
                                            new TimerWheel())
                                    .inPieces(
                                            REQUEST,
                                            FileResponder.READ_WHILE_SENDING
                                                    .respond(REQUEST, file)
                                                    .body()),
                            file,
                            new TransferBody(file))) {
                assertThat(body.prepare(0, SIZE, () -> {})).isTrue();
                var out = new Outgoing(SIZE);
                var beginning = new MemoryChannel(List.of(ByteBuffer.allocate(SIZE)));
                body.send(out.beginContent(beginning), 0, SIZE);

                assertThat(body.prepare(out.contentSent(), SIZE, () -> {})).isTrue();
            }
        }
    }

    @Test
    void theOwnerIsToldThoughHeMayNotWrite() throws Exception {
        assertThat(location.toFile().setReadOnly()).isTrue();

        try (var file = open()) {
            assertThat(PageCache.isKnownOf(file)).isTrue();
        }
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
