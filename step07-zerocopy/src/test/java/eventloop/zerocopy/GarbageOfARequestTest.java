package eventloop.zerocopy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import eventloop.contract.Age;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cached file is answered with hardly any work for the garbage collector: a few small objects on the
/// loop thread, none of which depends on the length of the request or of the file. Counted once the JVM
/// has compiled what runs often.
@Tag("compiled")
class GarbageOfARequestTest {
    private static final int ROUND = 2_000;
    private static final int ROUNDS_TO_COMPILE = 30;
    private static final Duration TO_COMPILE = Duration.ofSeconds(60);

    private static final String[] BROWSER = {
        "Connection: keep-alive",
        "Cache-Control: max-age=0",
        "sec-ch-ua: \"Chromium\";v=\"140\", \"Not A Brand\";v=\"24\"",
        "sec-ch-ua-mobile: ?0",
        "sec-ch-ua-platform: \"Linux\"",
        "Upgrade-Insecure-Requests: 1",
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)",
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Sec-Fetch-Site: none",
        "Sec-Fetch-Mode: navigate",
        "Sec-Fetch-Dest: document",
        "Accept-Encoding: gzip, deflate, br, zstd",
        "Accept-Language: en-GB,en;q=0.9,ko;q=0.8"
    };

    @TempDir private Path root;
    private Server server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        makeFile("page.html", 1024);
        makeFile("picture.png", 64 * 1024);
        server =
                Main.start(
                        TestSettings.serving(root),
                        CommandLine.parse(Main.OPTIONS, "--cache-freshness", "3600"));
        client = RawClient.to(server.address());
    }

    private void makeFile(String name, int size) throws Exception {
        var file = Files.write(root.resolve(name), new byte[size]);
        Age.await(file);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void ofOneForACachedFileIsAtMost200Bytes() throws Exception {
        expectGarbage(200, "/page.html", 200, "User-Agent: curl/8.5.0", "Accept: */*");
    }

    @Test
    void ofOneWithAllTheHeadersOfABrowserIsNoMore() throws Exception {
        expectGarbage(200, "/page.html", 200, BROWSER);
    }

    @Test
    void ofOneForALargerFileIsNoMore() throws Exception {
        expectGarbage(200, "/picture.png", 200, "User-Agent: curl/8.5.0", "Accept: */*");
    }

    /// The condition itself is kept as a string, and compared.
    @Test
    void ofOneForACopyThatIsStillGoodIsAtMost500Bytes() throws Exception {
        var tag = client.head("/page.html").header("ETag");
        expectGarbage(500, "/page.html", 304, "If-None-Match: " + tag);
    }

    /// Given up when neither the time nor the requests were too few for the compiler.
    private void expectGarbage(int mostBytes, String path, int status, String... headers)
            throws Exception {
        long begin = System.nanoTime();
        long garbage = garbageOfOne(path, status, headers);
        for (int rounds = 1; garbage > mostBytes && mayStillBeCompiled(rounds, begin); rounds++) {
            garbage = garbageOfOne(path, status, headers);
        }
        assertThat(garbage).isLessThanOrEqualTo(mostBytes);
    }

    private static boolean mayStillBeCompiled(int rounds, long begin) {
        return rounds < ROUNDS_TO_COMPILE || System.nanoTime() - begin < TO_COMPILE.toNanos();
    }

    private long garbageOfOne(String path, int status, String... headers) throws Exception {
        long before = allocatedByTheLoop();
        for (int i = 0; i < ROUND; i++) {
            assertThat(client.get(path, headers).status()).isEqualTo(status);
        }
        return Math.ceilDiv(allocatedByTheLoop() - before, ROUND);
    }

    private static long allocatedByTheLoop() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var loops =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("event-loop"))
                        .mapToLong(Thread::threadId)
                        .toArray();
        assertThat(loops).as("threads of that name").hasSize(1);
        return threads.getThreadAllocatedBytes(loops[0]);
    }
}
