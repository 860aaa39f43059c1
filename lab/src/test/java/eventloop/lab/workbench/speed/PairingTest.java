package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PairingTest {
    private static final double BUSY = 1;
    private static final double WAITING = 0.8;

    @Test
    void barIsMissedOnlyByAServerThatHadEnoughToDo() {
        assertThat(requests(80, BUSY, 100, BUSY).outcome(0.9)).isEqualTo(Bar.Outcome.MISSED);
        assertThat(requests(80, WAITING, 100, BUSY).outcome(0.9))
                .isEqualTo(Bar.Outcome.LOAD_WAS_THE_LIMIT);
    }

    @Test
    void barIsMetOnlyIfTheRivalHadEnoughToDo() {
        assertThat(requests(100, WAITING, 100, BUSY).outcome(0.9)).isEqualTo(Bar.Outcome.MET);
        assertThat(requests(100, WAITING, 100, WAITING).outcome(0.9))
                .isEqualTo(Bar.Outcome.LOAD_WAS_THE_LIMIT);
        assertThat(requests(100, WAITING, 100, WAITING).remark())
                .endsWith("they used 80 % and 80 % of their processor");
    }

    @Test
    void barIsMetIfEvenARivalWithAllOfItsProcessorWouldBeBehind() {
        assertThat(requests(200, BUSY, 100, WAITING).outcome(1.5)).isEqualTo(Bar.Outcome.MET);
    }

    @Test
    void loadThatIsLateItselfCannotTellResponseTimes() {
        assertThat(p99(1, 0.4).outcome(1)).isEqualTo(Bar.Outcome.MET);
        assertThat(p99(1, 0.6).outcome(1)).isEqualTo(Bar.Outcome.CANNOT_TELL);
        assertThat(p99(1, 0.6).remark()).endsWith("the load asked up to 0.6 ms late itself");
    }

    /// What is late now and then makes up a p99, and little of a mean.
    @Test
    void aMeanIsToldByALoadThatIsLateOnlyNowAndThen() {
        var round =
                new Round(
                        "",
                        1,
                        1,
                        5,
                        1,
                        1,
                        OptionalDouble.of(4),
                        OptionalDouble.of(0.1),
                        OptionalDouble.empty());
        var rounds = List.of(round);

        assertThat(new Pairing(Quantity.P99, rounds, rounds).isLate()).isTrue();
        assertThat(new Pairing(Quantity.MEAN, rounds, rounds).isLate()).isFalse();
    }

    @Test
    void roundsThatDoNotAgreeAreCounted() {
        var pairing =
                new Pairing(
                        Quantity.PROCESSOR,
                        List.of(round(1, 1, 2), round(1, 1, 2), round(1, 1, 4)),
                        List.of(round(1, 1, 3), round(1, 1, 3), round(1, 1, 3)));

        assertThat(pairing.outcome(1)).isEqualTo(Bar.Outcome.CANNOT_TELL);
        assertThat(pairing.votes(ratio -> ratio >= 1)).contains("reached in 2 of 3 rounds");
        assertThat(pairing.votes(ratio -> ratio >= 0.5)).isEmpty();
        assertThat(pairing.votes(ratio -> ratio >= 2)).isEmpty();
    }

    @Test
    void ofSevenRoundsSixHaveToAgree() {
        assertThat(processor(2, 2, 2, 2, 2, 2, 4).outcome(1)).isEqualTo(Bar.Outcome.MET);
        assertThat(processor(2, 4, 4, 4, 4, 4, 4).outcome(1)).isEqualTo(Bar.Outcome.MISSED);
        assertThat(processor(2, 2, 2, 2, 2, 4, 4).outcome(1)).isEqualTo(Bar.Outcome.CANNOT_TELL);
        assertThat(processor(2, 2, 2, 2, 2, 4, 4).whyUntold(ratio -> ratio >= 1))
                .hasValue("the median is between 0.75 and 1.5");
    }

    @Test
    void oneRoundOrTwoAreNoVerdict() {
        assertThat(processor(2).outcome(1)).isEqualTo(Bar.Outcome.CANNOT_TELL);
        assertThat(processor(4, 4).outcome(1)).isEqualTo(Bar.Outcome.CANNOT_TELL);
        assertThat(processor(4, 4).whyUntold(ratio -> ratio >= 1))
                .hasValue("fewer than 3 are no verdict");
        assertThat(processor(2, 2, 2).outcome(1)).isEqualTo(Bar.Outcome.MET);
    }

    /// @param micros of ours, round by round; theirs are 3
    private static Pairing processor(double... micros) {
        return new Pairing(
                Quantity.PROCESSOR,
                DoubleStream.of(micros).mapToObj(one -> round(1, 1, one)).toList(),
                DoubleStream.of(micros).mapToObj(_ -> round(1, 1, 3)).toList());
    }

    @Test
    void lessTimeIsAnAdvantage() {
        assertThat(Quantity.PROCESSOR.advantage(round(1, 1, 2), round(1, 1, 3))).isEqualTo(1.5);
        assertThat(Quantity.REQUESTS.advantage(round(1, 1, 2), round(1, 1, 3))).isEqualTo(1);
    }

    private static Pairing requests(double ours, double share, double theirs, double theirShare) {
        return new Pairing(
                Quantity.REQUESTS,
                Collections.nCopies(Tries.LEAST, round(ours, share, 1)),
                Collections.nCopies(Tries.LEAST, round(theirs, theirShare, 1)));
    }

    /// @param lateness of the load, with both servers
    private static Pairing p99(double millis, double lateness) {
        var round =
                new Round(
                        "",
                        1,
                        millis,
                        millis,
                        1,
                        1,
                        OptionalDouble.of(lateness),
                        OptionalDouble.of(0.5),
                        OptionalDouble.empty());
        var rounds = Collections.nCopies(Tries.LEAST, round);
        return new Pairing(Quantity.P99, rounds, rounds);
    }

    private static Round round(double requestsPerSecond, double share, double processorMicros) {
        return new Round(
                "",
                requestsPerSecond,
                1,
                1,
                processorMicros,
                share,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
