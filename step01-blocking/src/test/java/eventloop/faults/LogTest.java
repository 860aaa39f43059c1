package eventloop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.CaughtErrors;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogTest {
    private CaughtErrors written;

    @BeforeEach
    void catchErrors() {
        written = CaughtErrors.start();
    }

    @AfterEach
    void giveErrorsBack() {
        written.close();
    }

    @Test
    void aProblemIsOneLineWithItsTimeAndCause() {
        // Another test may have used up the lines of this second.
        await().until(() -> {
            Log.problem("cannot accept", new IOException("Too many open files"));
            return !written.text().isEmpty();
        });
        assertThat(written.text())
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ cannot accept: "
                                + "java.io.IOException: Too many open files\\R");
    }

    /// A path can be as long as a request line, and each byte of it be written as three.
    @Test
    void whoAsksAtLengthDoesNotFillTheDiskEither() {
        var path = "/index.html?" + "%FF".repeat(8_000);
        Log.fault("failed on " + path, faultAt(placeWithoutFaults()));
        assertThat(written.text().lines().findFirst().orElseThrow())
                .hasSizeLessThanOrEqualTo(500)
                .contains(" failed on /index.html?%FF")
                .endsWith("%FF: java.lang.IllegalStateException: a test's own fault");
    }

    @Test
    void whoFailsOftenDoesNotFillTheDisk() {
        long begin = System.currentTimeMillis() / 1000;
        for (int i = 0; i < 1_000; i++) {
            Log.problem("again", new IOException());
        }
        // A second may end meanwhile, and the next one begin.
        long seconds = System.currentTimeMillis() / 1000 - begin + 1;
        assertThat(written.text().lines().count()).isBetween(1L, 20 * seconds);
    }

    @Test
    void aFaultIsWrittenWithItsStackAndThenCounted() {
        var place = placeWithoutFaults();
        for (int i = 0; i < 1_000; i++) {
            Log.fault("failed on /page.html", faultAt(place));
        }
        var text = written.text();
        assertThat(text).containsOnlyOnce("\tat " + place);
        assertThat(text).contains("a test's own fault (2 times by now)");
        assertThat(text).contains("a test's own fault (512 times by now)");
        assertThat(text.lines().filter(line -> line.contains("failed on"))).hasSize(10);
    }

    @Test
    void aFaultOfAnotherPlaceHasItsOwnStackAndCount() {
        var place = placeWithoutFaults();
        var other = placeWithoutFaults();
        Log.fault("failed on /page.html", faultAt(place));
        Log.fault("failed on /other.html", faultAt(other));
        assertThat(written.text())
                .contains("\tat " + place, "\tat " + other)
                .doesNotContain("times by now");
    }

    @Test
    void whoeverLogsGoesOnThoughNoMemoryIsLeftForTheLine() {
        var problem = new IndescribableFault();
        // The lines of this second may be used up: then its text is not asked for, and nothing can
        // fail.
        await().until(() -> {
            Log.problem("cannot accept", problem);
            return problem.wasAsked;
        });
        var fault = new IndescribableFault();
        Log.fault("failed on /page.html", fault);
        assertThat(fault.wasAsked).isTrue();
        assertThat(written.text()).isEmpty();
    }

    private static final class IndescribableFault extends RuntimeException {
        private static final long serialVersionUID = 1;

        private volatile boolean wasAsked;

        @Override
        public String toString() {
            wasAsked = true;
            throw new OutOfMemoryError("a test's own want of memory");
        }
    }

    /// The log counts for as long as the program runs, so each test has places of its own.
    private static StackTraceElement placeWithoutFaults() {
        return new StackTraceElement("Page", "test" + UUID.randomUUID(), "Page.java", 1);
    }

    private static IllegalStateException faultAt(StackTraceElement place) {
        var fault = new IllegalStateException("a test's own fault");
        fault.setStackTrace(new StackTraceElement[] {place});
        return fault;
    }
}
