package eventloop.lab.study.vast;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Quiet;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.ScriptedServer;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.ShortLived;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EndSearchTest {
    private static final Latency NO_TIMES = new Latency(0, 0, 0, 0, 0, 0, "");

    private static final ServerUnderTest STILLBORN = new ScriptedServer("stillborn", "exit 3");

    @RegisterExtension private final ShortLived shortLived = new ShortLived();

    /// A lab that comes to a step when it has been told to end.
    static final class EndingLab {
        public static void main(String... arguments) throws Exception {
            Children.endAll();
            try (var progress = new Progress(System.out, false, Duration.ZERO)) {
                search(progress).run(new Quiet(OptionalLong.empty()), heardBy(new ArrayList<>()));
            }
            System.out.println("done");
        }
    }

    @Test
    void noStepIsTriedWhenTheLabIsAboutToEnd() throws Exception {
        var lab = shortLived.add(Children.start(List.of(), BriefJvm.running(EndingLab.class)));

        assertThat(lab.inputReader().lines()).containsExactly("done");
    }

    /// It is at its end with a single client, and that is told in its own words.
    @Test
    void aStepThatDoesNotStartHoldsNobody() throws Exception {
        var ends = new ArrayList<StepEnd>();
        var nobody = new PrintStream(OutputStream.nullOutputStream());
        try (var progress = new Progress(nobody, false, Duration.ZERO)) {
            search(progress).run(new Quiet(OptionalLong.empty()), heardBy(ends));
        }

        assertThat(ends)
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.held()).isZero();
                    assertThat(end.lost()).hasValue(1);
                    assertThat(end.reason())
                            .hasValueSatisfying(reason ->
                                    assertThat(reason)
                                            .contains("stillborn ended at once with status 3"));
                });
    }

    /// Of 100, 20 had lost their connections, and came again: half of them in vain.
    @Test
    void whoCameAgainInVainHasLostOneConnection() {
        var again =
                new PhaseResult(
                        new Phase.Arrival(0, 1),
                        1,
                        90,
                        90,
                        90,
                        0,
                        NO_TIMES,
                        new Failures(Map.of(Failure.REFUSED, 10L)),
                        20,
                        Optional.empty(),
                        NO_TIMES,
                        0.1,
                        0,
                        0);

        assertThat(EndSearch.stillConnected(again)).isEqualTo(80);
    }

    private static EndSearch search(Progress progress) {
        return new EndSearch(
                List.of(new Entrant.Sharing("stillborn", STILLBORN)),
                VastRunTest.conditions(List.of()),
                Path.of("."),
                List.of(),
                Placement.ANYWHERE,
                progress);
    }

    private static VastRun.Listener heardBy(List<StepEnd> ends) {
        return new VastRun.Listener() {
            @Override
            public void measured(Stand stand) {
                throw new AssertionError("nobody asked for " + stand);
            }

            @Override
            public void ended(StepEnd end) {
                ends.add(end);
            }
        };
    }
}
