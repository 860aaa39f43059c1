package eventloop.lab.study.check;

import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.time.Duration;

/// Some clients wait for a slow disk, and another one, who does not need it, asks again and again: late enough
/// that a cache looks whether what it has is still good. Nothing is timed: what counts is who is answered first.
/// One answer may come before the others' requests have been looked at; the next ones may not.
final class SlowReads {
    private static final int ANSWERS_TO_THE_OTHER = 3;

    private static final Duration DELAY = Duration.ofSeconds(3);

    /// The cache of step 6 believes for a second what it has seen.
    private static final Duration LATER = Duration.ofMillis(1_200);

    private SlowReads() {}

    static Finding examine(Subject subject, int reads)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start("--slow-disk", "slow-*=" + DELAY.toMillis());
                var waiting = Crowd.of(reads, server.address());
                var other = RawClient.to(server.address())) {
            Served.expect(other.get(CheckSite.PAGE));
            for (int i = 0; i < reads; i++) {
                waiting.clients().get(i).ask(CheckSite.slow(i));
            }
            Thread.sleep(LATER);
            for (int i = 0; i < ANSWERS_TO_THE_OTHER; i++) {
                Served.expect(other.get(CheckSite.PAGE));
            }
            boolean tooLate = waiting.anyHasInput();
            for (var client : waiting.clients()) {
                Served.expect(client.read());
            }
            return tooLate
                    ? Finding.red("another client waits for the disk as well")
                    : Finding.GREEN;
        }
    }
}
