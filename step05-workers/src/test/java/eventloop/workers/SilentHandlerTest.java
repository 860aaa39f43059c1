package eventloop.workers;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.http.Handler;
import eventloop.selector.LoopServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The handler behind the helpers must reply before it returns. One that does not is at fault: its client is told at
/// once, and the log has the reason.
class SilentHandlerTest {
    private static final Handler SILENT = (request, reply) -> {};

    @Test
    void costsItsRequestA500AndTheLogHasTheReason() throws Exception {
        var loop = new EventLoop(new EventQueue(), new TimerWheel());
        var workers = WorkerPool.start(1, 1, loop);
        var settings = TestSettings.serving(Path.of("."));
        var before = System.err;
        var written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try (var server =
                        LoopServer.start(
                                settings, loop, new WorkerHandler(workers, SILENT), workers);
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/silence").status()).isEqualTo(500);
        } finally {
            System.setErr(before);
        }
        assertThat(written.toString(StandardCharsets.UTF_8))
                .contains("failed on /silence: ", "its handler has not replied");
    }
}
