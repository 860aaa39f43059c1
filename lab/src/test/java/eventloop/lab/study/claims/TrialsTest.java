package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Progress;
import eventloop.lab.study.claims.FakeSide.Round;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrialsTest {
    private final MeasuredSide.Starter starter =
            side -> FakeSide.of(Round.of(side.name().equals("first") ? 30 : 10));

    @Test
    void everyResultIsToldAsSoonAsItIsThere() throws Exception {
        var told = new ArrayList<String>();
        var trials = new Trials(TrialTest.claims("X01", "X02"), starter);

        trials.run(
                progress(new ByteArrayOutputStream()),
                claim -> {
                    told.add("guess " + claim.id());
                    return OptionalDouble.of(2);
                },
                result -> told.add("result %s %s".formatted(result.id(), result.verdict())));

        assertThat(told)
                .containsExactly("guess X01", "result X01 HOLDS", "guess X02", "result X02 HOLDS");
    }

    @Test
    void theTimeThatIsLeftIsShownWithEveryClaim() throws Exception {
        var shown = new ByteArrayOutputStream();
        var trials = new Trials(TrialTest.claims("X01", "X02"), starter);
        var one = Progress.show(new Trials(TrialTest.claims("X01"), starter).expected());
        var both = Progress.show(trials.expected());

        trials.run(progress(shown), _ -> OptionalDouble.empty(), _ -> {});

        assertThat(shown.toString().lines())
                .containsExactly(
                        "0:00 of about %s  X01 (1 of 2)".formatted(both),
                        "0:00 of about %s  X02 (2 of 2)".formatted(one));
    }

    /// Two sides that are started and warmed, a round that is thrown away, and five that are not.
    @Test
    void theEstimateHasEverythingInIt() {
        double seconds = new Trials(TrialTest.claims("X01"), starter).expected().toMillis() / 1e3;

        assertThat(seconds).isBetween(ofBothSides(1.6, 1.6), ofBothSides(2.0, 1.8));
    }

    @Test
    void aStormIsNotExpectedToLastAsLongAsItsPatience() throws Exception {
        var ledger = Ledger.read(Path.of("claims.yaml"));
        var experiment = ledger.named(List.of("C22")).getFirst().experiment();
        var load = experiment.first().load();

        assertThat(load.storm()).isTrue();
        assertThat(Estimate.ofRounds(experiment, 1).toMillis() / 1e3).isLessThan(load.timeout());
    }

    /// @param start of a server and of a load
    /// @param round of a second, with its beginning and its end
    private static double ofBothSides(double start, double round) {
        double warmUp = FakeSide.named("any").load().warmUp();
        return 2 * (start + warmUp + (1 + Judgement.ROUNDS) * round);
    }

    private static Progress progress(ByteArrayOutputStream shown) {
        return new Progress(new PrintStream(shown), false, Duration.ofHours(1));
    }
}
