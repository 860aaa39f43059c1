package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastLinesTest {
    @Test
    void keepsTheLastTwentyLines() throws Exception {
        assertThat(wordsOf("seq 1 25"))
                .isEqualTo(IntStream.rangeClosed(6, 25).mapToObj(Integer::toString).toList());
    }

    /// Of a process that ends as soon as it is started, the first words say why; a stack trace may follow.
    @Test
    void knowsTheFirstOneToo() throws Exception {
        var process = new ProcessBuilder("sh", "-c", "seq 1 25").start();

        assertThat(LastLines.of(process.getInputStream(), "seq").firstWords()).isEqualTo(": 1");
    }

    /// As many virtual threads as there are processors stand where the scheduler cannot take them away.
    @Test
    void areReadThoughNoVirtualThreadCanRun() throws Exception {
        int carriers = Runtime.getRuntime().availableProcessors();
        var standing = new CountDownLatch(carriers);
        var release = new Release();
        for (int i = 0; i < carriers; i++) {
            Thread.ofVirtual().start(() -> release.stand(standing));
        }
        standing.await();
        try {
            assertThat(wordsOf("echo here I am")).containsExactly("here I am");
        } finally {
            release.now();
        }
    }

    private static List<String> wordsOf(String command) throws Exception {
        var process = new ProcessBuilder("sh", "-c", command).start();
        var lines = LastLines.of(process.getInputStream(), command);
        process.waitFor();
        return lines.afterTheEnd();
    }

    private static final class Release {
        private volatile boolean given;

        void stand(CountDownLatch standing) {
            standing.countDown();
            while (!given) {
                Thread.onSpinWait();
            }
        }

        void now() {
            given = true;
        }
    }
}
