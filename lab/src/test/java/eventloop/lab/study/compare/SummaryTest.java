package eventloop.lab.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.study.compare.Measurement.NotTimed;
import eventloop.lab.study.compare.Measurement.Outcome;
import eventloop.lab.study.compare.Measurement.Timed;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Map<Failure, Long> TURNED_AWAY = Map.of(Failure.UNAVAILABLE, 82L);

    @Test
    void serverThatTakesTheLoadHasAllFigures() {
        var summary = summary(Rounds.timed(100, Map.of(), 100, Map.of()));

        assertThat(summary.meanMillis()).isPresent();
        assertThat(summary.requestsPerSecond()).hasValue(100);
        assertThat(summary.gaps()).isEmpty();
    }

    @Test
    void serverThatTurnsMostAwayHasNoFiguresButAReason() {
        var summary = summary(Rounds.timed(18, TURNED_AWAY, 18, TURNED_AWAY));

        assertThat(summary.hasFigures()).isFalse();
        assertThat(summary.reason()).isEqualTo("cannot take this level: 82 % failed, answered 503");
    }

    @Test
    void eachPhaseCountsForItself() {
        var summary = summary(Rounds.timed(18, TURNED_AWAY, 100, Map.of()));

        assertThat(summary.meanMillis()).isPresent();
        assertThat(summary.requestsPerSecond()).isEmpty();
        assertThat(summary.switchesPerRequest()).isEmpty();
        assertThat(summary.gaps())
                .containsExactly(
                        "no requests/s: cannot take this level: 82 % failed, answered 503");
    }

    @Test
    void roundsThatFailTakeNoPartInTheMedianAndAreTold() {
        var good = Rounds.timed(100, Map.of(), 100, Map.of());
        var bad = Rounds.timed(18, TURNED_AWAY, 18, TURNED_AWAY);

        var summary = summary(good, bad);

        assertThat(summary.requestsPerSecond()).hasValue(100);
        assertThat(summary.gaps())
                .containsExactly(
                        "not timed in every round: cannot take this level: 82 % failed, answered 503");
    }

    @Test
    void serverThatIsNotThereSaysSo() {
        assertThat(summary(new NotTimed("not installed")).reason()).isEqualTo("not installed");
        assertThat(summary().reason()).isEqualTo("not measured");
    }

    @Test
    void peakAtWhichTheLoadHadNoMoreToGiveIsTheLeastThatTheServerAnswers() {
        var free = Rounds.timed(300, Map.of(), 300, Map.of());
        var busy = Rounds.withABusyLoad(5292);

        assertThat(summary(busy).peakWords()).isEqualTo("≥ 5,292");
        assertThat(summary(free).peakWords()).isEqualTo("300");
        assertThat(summary(free, busy, busy).peakWords()).startsWith("≥ ");
    }

    /// The load may be late now and then only: too seldom for one of them, and often enough for the other.
    @Test
    void eachOfTheSlowestIsRoughForItself() {
        var seldom = summary(Rounds.late(slowest(0.1, 3), slowest(4, 4)));
        var often = summary(Rounds.late(slowest(3, 3), slowest(4, 10)));

        assertThat(seldom.p99Words()).isEqualTo("4.00 ms");
        assertThat(seldom.p999Words()).isEqualTo("≈ 4 ms");
        assertThat(often.p99Words()).isEqualTo("≈ 4 ms");
        assertThat(often.p999Words()).isEqualTo("10.0 ms");
        assertThat(seldom.doubts()).contains("p99.9: the load generator was late itself");
        assertThat(often.doubts()).contains("p99: the load generator was late itself");
    }

    @Test
    void aMeanThatMayBeTheLoadsIsRoughToo() {
        var late = summary(Rounds.late(slowest(0.1, 0.1), slowest(4, 4)));
        var inTime = summary(Rounds.timed(100, Map.of(), 100, Map.of()));

        assertThat(late.meanWords()).isEqualTo("≈ 0.1 ms");
        assertThat(inTime.meanWords()).isEqualTo("4.00 ms");
    }

    @Test
    void mostTimeToSpareOfAllRoundsIsTold() {
        var summary =
                summary(
                        Rounds.withTimeToSpare(0.89),
                        Rounds.withTimeToSpare(0.5),
                        Rounds.withTimeToSpare(0.6));

        assertThat(summary.doubts())
                .containsExactly(
                        "requests/s: the server had its processor for as little as 50 % of the time");
    }

    @Test
    void roundsThatAreNotAlikeAreTold() {
        var slow = Rounds.timed(12_899, Map.of(), 100, Map.of());
        var fast = Rounds.timed(38_334, Map.of(), 100, Map.of());
        var twice = Rounds.timed(2 * 12_899, Map.of(), 100, Map.of());
        var remark = "requests/s: the rounds differ more than twofold (12,899 to 38,334)";

        assertThat(summary(slow, fast, slow).doubts()).containsExactly(remark);
        assertThat(
                        PeakSummary.of(
                                        "server",
                                        Rounds.BODY,
                                        List.of(throughput(slow), throughput(fast)))
                                .remarks())
                .containsExactly(remark);
        assertThat(summary(slow, twice).doubts()).isEmpty();
    }

    private static Latency slowest(double p99Millis, double p999Millis) {
        return new Latency(1, 0.1, 0.1, p99Millis, p999Millis, p999Millis, "");
    }

    @Test
    void severalProcessesAreNotTakenForOne() {
        var one = Rounds.timed(100, Map.of(), 100, Map.of());
        var three =
                new Timed(
                        one.closed(),
                        one.open(),
                        one.observation(),
                        one.heap(),
                        3,
                        one.beginning());

        assertThat(summary(one).server()).isEqualTo("server");
        assertThat(summary(three).server()).isEqualTo("server × 3");
        assertThat(summary(three).doubts())
                .containsExactly(
                        "3 processes share the port, for one cannot have so many connections");
    }

    private static Summary summary(Outcome... rounds) {
        return Summary.of(
                "server",
                IntStream.range(0, rounds.length)
                        .mapToObj(round -> new Measurement("server", 10, round, rounds[round]))
                        .toList());
    }

    @Test
    void peaksByFileSizeTellFailuresAndDoubts() {
        var busy = Rounds.peak(100, Map.of(Failure.TIMED_OUT, 1L), 0.99);

        var summary = PeakSummary.of("server", Rounds.BODY, List.of(throughput(busy)));

        assertThat(summary.median()).hasValue(100);
        assertThat(summary.remarks())
                .containsExactly(
                        "failed requests: timed out 1 (1.0 %)",
                        "requests/s: the load generator could make no more");
    }

    @Test
    void peaksOfAServerThatTurnsMostAwayAreNone() {
        var failing = Rounds.peak(18, TURNED_AWAY, 0.5);

        var summary = PeakSummary.of("server", Rounds.BODY, List.of(throughput(failing)));

        assertThat(summary.hasFigures()).isFalse();
        assertThat(summary.reason()).isEqualTo("cannot take this level: 82 % failed, answered 503");
    }

    private static Throughput throughput(Outcome outcome) {
        return new Throughput("server", Rounds.BODY, 1, outcome);
    }
}
