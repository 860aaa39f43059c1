package eventloop.lab.show.report;

import static eventloop.lab.study.claims.Verdict.CANNOT_TELL;
import static eventloop.lab.study.claims.Verdict.DOES_NOT_HOLD;
import static eventloop.lab.study.claims.Verdict.HOLDS;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.observe.Observation;
import eventloop.lab.study.claims.Claim;
import eventloop.lab.study.claims.Ledger;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.compare.Measurement;
import eventloop.lab.study.compare.Measurement.NotTimed;
import eventloop.lab.study.compare.Measurement.Timed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeTargetTest {
    private static final String LOOP = "step07-zerocopy";

    @ParameterizedTest
    @CsvSource({
        "1.00, 1.00, YES",
        "1.24, 1.24, YES",
        "1.255, 1.255, CANNOT_TELL",
        "1.38, 1.38, CANNOT_TELL",
        "1.40, 1.40, NO",
        "2.00, 9.00, NO",
        "1.20, 1.30, CANNOT_TELL"
    })
    void whoTakesAQuarterLongerThanNodeStillReachesIt(double four, double fifth, Conclusion answer)
            throws Exception {
        assertThat(target(four, four, four, four, fifth).answer()).isEqualTo(answer);
    }

    @Test
    void ofNineRoundsOneMayMissIt() throws Exception {
        assertThat(target(1, 1, 1, 1, 1, 1, 1, 1, 5).answer()).isEqualTo(Conclusion.YES);
        assertThat(target(1, 1, 1, 1, 1, 1, 1, 5, 5).answer()).isEqualTo(Conclusion.CANNOT_TELL);
    }

    @Test
    void oneRoundIsAFigureAndNoVerdict() throws Exception {
        var target = target(0.5);

        assertThat(target.answer()).isEqualTo(Conclusion.TOO_FEW_ROUNDS);
        assertThat(target.words()).isEqualTo("In this one round, yes: 200\u00a0%.");
        assertThat(target(2).words()).isEqualTo("In this one round, no: 50\u00a0%.");
        assertThat(target(Examples.LATENESS_MILLIS).words()).startsWith("One round: about ");
        assertThat(target(Examples.LATENESS_MILLIS, 1).words()).startsWith("2 rounds: about ");
        assertThat(target.sentences().getLast())
                .isEqualTo(
                        "So few rounds are no verdict: ./course claims C13 makes five, or nine.");
        assertThat(target(0.5, 0.5, 0.4, 0.5).words()).isEqualTo("4 rounds: 200\u00a0%.");
    }

    @Test
    void whereNoClaimAsksTheSameMoreRoundsAreNamed() throws Exception {
        var moreClients =
                target(Examples.timed(LOOP, 5000, 1, 1, 1), Examples.timed("node", 5000, 1, 1, 1));
        var anotherStep =
                target(
                        Examples.timed("step03-selector", 1000, 1, 1, 1),
                        Examples.timed("node", 1000, 1, 1, 1));

        assertThat(List.of(moreClients, anotherStep))
                .extracting(target -> target.sentences().getLast())
                .containsOnly("So few rounds are no verdict: --rounds 5 gives one.");
    }

    @Test
    void theClaimThatItNamesAsksTheSame() throws Exception {
        assertThat(Ledger.read(Path.of("claims.yaml")).named(List.of(NodeTarget.CLAIM)))
                .singleElement()
                .extracting(Claim::sentence)
                .asString()
                .contains("80 % of node");
    }

    @Test
    void timesThatTheLoadMadeLongAreNoVerdict() throws Exception {
        var target = target(Examples.LATENESS_MILLIS, 1, 1, 1, 1);

        assertThat(target.answer()).isEqualTo(Conclusion.CANNOT_TELL);
        assertThat(target.sentences())
                .singleElement()
                .asString()
                .endsWith(", but the load was late itself.");
    }

    @Test
    void norAreThoseBesideOtherPrograms() throws Exception {
        var one = rounds(2);
        var five = rounds(1, 1, 1, 1, 1);
        one.set(0, besideOthers(one.getFirst()));
        five.set(1, besideOthers(five.get(1)));

        var target = target(one.toArray(Measurement[]::new));

        assertThat(target.words()).isEqualTo("One round: about 50\u00a0%.");
        assertThat(target.sentences().getFirst())
                .endsWith(
                        ", but other programs, or the host, took 32\u00a0% of the processors meanwhile.");
        assertThat(target(five.toArray(Measurement[]::new)).answer())
                .isEqualTo(Conclusion.CANNOT_TELL);
    }

    private static Measurement besideOthers(Measurement measurement) {
        var round = (Timed) measurement.outcome();
        var seen = round.observation();
        return new Measurement(
                measurement.server(),
                measurement.clients(),
                measurement.round(),
                new Timed(
                        round.closed(),
                        round.open(),
                        new Observation(
                                seen.mostThreads(),
                                seen.peakMemoryBytes(),
                                seen.work(),
                                OptionalDouble.of(0.32),
                                seen.dropped()),
                        round.heap(),
                        round.processes(),
                        round.beginning()));
    }

    @Test
    void theSentenceHasTheFigures() throws Exception {
        assertThat(target(0.5, 0.5, 0.375, 0.25, 0.25).sentences())
                .containsExactly(
                        "With 1,000 clients 266\u00a0% of node (200\u00a0% to 400\u00a0%):"
                                + " a mean of 0.375 ms for step07-zerocopy, of 1.00 ms for node.");
    }

    /// Rounded up, it would read as if the bar was reached.
    @Test
    void theSentenceNeverSaysMoreThanTheAnswer() throws Exception {
        assertThat(target(1.255, 1.255).sentences().getFirst()).contains("79\u00a0%");
    }

    @Test
    void aLoadUnderWhichOneWasNotTimedIsToldWithItsReason() throws Exception {
        var measurements = rounds(1, 1, 1, 1, 1);
        measurements.add(Examples.timed(LOOP, 5000, 1, 1, 1));
        measurements.add(new Measurement("node", 5000, 1, new NotTimed("gone")));

        var target = target(measurements.toArray(Measurement[]::new));

        assertThat(target.answer()).isEqualTo(Conclusion.YES_WHERE_TIMED);
        assertThat(target.sentences().getLast())
                .isEqualTo("With 5,000 clients there is no figure (node: gone).");
    }

    @Test
    void aLoopThatTurnsClientsAwayIsNotFast() throws Exception {
        var quickWithTheRest =
                Examples.timed(LOOP, 1000, 1, 0, 18, Map.of(Failure.UNAVAILABLE, 82L));

        var target = target(quickWithTheRest, Examples.timed("node", 1000, 1, 1, 1));

        assertThat(target.answer()).isEqualTo(Conclusion.NOT_MEASURED);
        assertThat(target.sentences())
                .containsExactly(
                        "With 1,000 clients there is no figure (step07-zerocopy: cannot take this"
                                + " level: 82 % failed, answered 503).");
    }

    @Test
    void oneRoundInWhichTheLoopFailsLeavesTheQuestionOpen() throws Exception {
        var target =
                target(
                        Examples.timed(LOOP, 1000, 1, 1, 1),
                        Examples.timed("node", 1000, 1, 1, 1),
                        Examples.timed(LOOP, 1000, 2, 1, 0, Map.of(Failure.REFUSED, 9L)),
                        Examples.timed("node", 1000, 2, 1, 1));

        assertThat(target.answer()).isEqualTo(Conclusion.NOT_MEASURED);
    }

    @Test
    void withoutNodeOrWithoutALoopThereIsNoAnswer() throws Exception {
        var withoutNode = target(Examples.timed(LOOP, 1000, 1, 1, 1));
        var withoutLoop =
                target(
                        Examples.timed("step02-threadpool", 1000, 1, 1, 1),
                        Examples.timed("node", 1000, 1, 1, 1));
        var nothing = NodeTarget.of(ReportData.NOTHING);

        assertThat(List.of(withoutNode, withoutLoop, nothing))
                .extracting(NodeTarget::answer)
                .containsOnly(Conclusion.NOT_MEASURED);
        assertThat(withoutNode.sentences())
                .containsExactly("node was not measured together with step07-zerocopy.");
        assertThat(withoutLoop.sentences())
                .containsExactly("No server with an event loop was measured.");
    }

    @Test
    void theLoopIsThatOfTheLastStep() throws Exception {
        var target = NodeTarget.of(ReportData.of(Examples.comparison()));

        assertThat(target.loop()).hasValue(LOOP);
    }

    @Test
    void severalLoadsMakeOneAnswer() {
        assertThat(answer(true, HOLDS, HOLDS)).isEqualTo(Conclusion.YES);
        assertThat(answer(false, HOLDS)).isEqualTo(Conclusion.YES_WHERE_TIMED);
        assertThat(answer(true, HOLDS, DOES_NOT_HOLD)).isEqualTo(Conclusion.NOT_EVERYWHERE);
        assertThat(answer(true, HOLDS, CANNOT_TELL)).isEqualTo(Conclusion.CANNOT_TELL);
        assertThat(answer(true, DOES_NOT_HOLD, DOES_NOT_HOLD)).isEqualTo(Conclusion.NO);
        assertThat(answer(true)).isEqualTo(Conclusion.NOT_MEASURED);
    }

    private static Conclusion answer(boolean isComplete, Verdict... verdicts) {
        return Conclusion.of(List.of(verdicts), isComplete);
    }

    /// @param means of the loop in its rounds; node's is always 1 ms
    private static NodeTarget target(double... means) throws Exception {
        return target(rounds(means).toArray(Measurement[]::new));
    }

    private static List<Measurement> rounds(double... means) throws Exception {
        var measurements = new ArrayList<Measurement>();
        for (int round = 1; round <= means.length; round++) {
            measurements.add(Examples.timed(LOOP, 1000, round, means[round - 1], 1));
            measurements.add(Examples.timed("node", 1000, round, 1, 1));
        }
        return measurements;
    }

    private static NodeTarget target(Measurement... measurements) throws Exception {
        return NodeTarget.of(ReportData.of(Examples.comparison(List.of(measurements))));
    }
}
