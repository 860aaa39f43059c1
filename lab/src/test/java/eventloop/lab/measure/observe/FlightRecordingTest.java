package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.LoadEvent;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Placement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FlightRecordingTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final Phase PHASE = new Phase.ClosedLoop(1, 1);

    /// One for all that can share it: a JVM takes a second or two to answer its first question.
    private static Servant servant;

    @BeforeAll
    static void startServant() throws Exception {
        servant = Servant.start();
    }

    /// So that what one test leaves behind is not collected during the recording of the next.
    @BeforeEach
    void collectWhatIsLeft() throws Exception {
        servant.does("collect 1");
    }

    @AfterAll
    static void endServant() throws Exception {
        servant.close();
    }

    @Test
    void allocationIsExact() throws Exception {
        var heap = record(servant, "allocate 51200");

        assertThat(heap.allocatedBytes()).isBetween(50L * MEBIBYTE, 51L * MEBIBYTE);
        assertThat(heap.allocatedBytesPerRequest()).isBetween(52_400.0, 53_500.0);
    }

    /// The heap grows by far more, since each of them takes a piece for itself and fills but little of it.
    @Test
    void allocationOfThreadsThatHaveEndedIsExactToo() throws Exception {
        var heap = record(servant, "allocate-apart 20 2560");

        assertThat(heap.allocatedBytes()).isBetween(50L * MEBIBYTE, 54L * MEBIBYTE);
    }

    @Test
    void everyPauseIsSeen() throws Exception {
        var heap = record(servant, "collect 1", "collect 1", "collect 1");

        assertThat(heap.pauses()).isEqualTo(3);
        assertThat(heap.longestPauseMillis()).isPositive();
        assertThat(heap.pauseMillis())
                .isBetween(heap.longestPauseMillis(), 3 * heap.longestPauseMillis());
    }

    @Test
    void whoDoesNotCollectDoesNotPause() throws Exception {
        assertThat(record(servant, "sleep 10"))
                .extracting(Heap::pauses, Heap::pauseMillis, Heap::longestPauseMillis)
                .containsExactly(0L, 0.0, 0.0);
    }

    @Test
    void whoHearsOfTheLoadRecordsOnlyWhatIsCounted() throws Exception {
        try (var recording = FlightRecording.start(servant.pid()).orElseThrow()) {
            servant.does("allocate 51200");
            servant.does("collect 1");
            long began = System.nanoTime();
            recording.accept(new LoadEvent.CountingBegun(PHASE));
            servant.does("allocate 1024");
            recording.accept(new LoadEvent.CountingEnded(PHASE));
            double seconds = (System.nanoTime() - began) / 1e9;
            servant.does("allocate 51200");

            var heap = recording.stop(result(seconds)).orElseThrow();

            assertThat(heap.allocatedBytes()).isBetween(1L * MEBIBYTE, 2L * MEBIBYTE);
            assertThat(heap.pauses()).isZero();
            assertThat(heap.requests()).isBetween(1L, 1000L);
        }
    }

    private static PhaseResult result(double seconds) {
        var unknown = new Latency(0, 0, 0, 0, 0, 0, "");
        return new PhaseResult(
                PHASE,
                seconds,
                1000,
                1000,
                1000,
                0,
                unknown,
                Failures.NONE,
                0,
                Optional.empty(),
                unknown,
                0,
                0,
                0);
    }

    private static Heap record(Servant observed, String... labour) throws Exception {
        try (var recording = FlightRecording.start(observed.pid()).orElseThrow()) {
            for (var task : labour) {
                observed.does(task);
            }
            return recording.stop(1000).orElseThrow();
        }
    }

    @Test
    void oneRecordingMayFollowAnother() throws Exception {
        record(servant, "allocate 51200");

        assertThat(record(servant, "sleep 1").allocatedBytes()).isLessThan(MEBIBYTE);
    }

    @Tag("timing")
    @Test
    @EnabledOnOs(OS.LINUX)
    void worksWhenTheOnlyProcessorIsBusy() throws Exception {
        try (var pinned = Servant.start(Placement.apart().server())) {
            pinned.does("burn-on 20000 2");

            assertThat(record(pinned, "allocate 1024").allocatedBytes())
                    .isBetween(1L * MEBIBYTE, 2L * MEBIBYTE);
        }
    }

    @Test
    void nothingIsKnownOfAJvmThatHasEnded() throws Exception {
        try (var mortal = Servant.start();
                var recording = FlightRecording.start(mortal.pid()).orElseThrow()) {
            mortal.close();

            assertThat(recording.stop(1000)).isEmpty();
        }
    }

    /// Whoever attaches to it as to a JVM sends it the signal that this one ends at, as nginx does.
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsNoJvmIsLeftAlone() throws Exception {
        var shell =
                Children.start(
                        List.of(), List.of("sh", "-c", "trap 'exit 3' QUIT; echo; read line"));
        try {
            shell.getInputStream().read();

            assertThat(FlightRecording.start(shell.pid())).isEmpty();

            shell.getOutputStream().close();
            assertThat(shell.waitFor()).isNotEqualTo(3);
        } finally {
            shell.destroyForcibly();
        }
    }

    @Test
    void nobodyIsAskedWhoIsNotThereOrIsOneself() {
        assertThat(FlightRecording.start(Integer.MAX_VALUE)).isEmpty();
        assertThat(FlightRecording.start(ProcessHandle.current().pid())).isEmpty();
    }
}
