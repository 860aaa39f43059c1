package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.study.compare.Measurement;
import eventloop.lab.study.compare.Measurement.Timed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final double BUSY = 0.99;

    @Test
    void whoAnswersTheMostIsNamed() throws Exception {
        var headline = headline(rounds("nginx", 100), rounds("h2o", 300));

        assertThat(headline.question()).startsWith("Which of these 2 servers answers the most");
        assertThat(headline.answer()).isEqualTo("h2o.");
        assertThat(headline.isGood()).isTrue();
        assertThat(headline.sentences())
                .containsExactly(
                        "With 1,000 clients: h2o 300 requests/s; nginx 100 requests/s,"
                                + " 33\u00a0% of that.");
    }

    @Test
    void whoeverMayAnswerMoreThanTheFirstLeavesTheQuestionOpen() throws Exception {
        var headline = headline(ofABusyLoad("nginx", 290), ofABusyLoad("h2o", 300));

        assertThat(headline.answer()).isEqualTo("Cannot be told: the load could ask for no more.");
        assertThat(headline.isGood()).isFalse();
        assertThat(headline.sentences().getFirst()).contains("h2o ≥ 300", "nginx ≥ 290");
    }

    @Test
    void theFirstIsTheFirstAlsoIfItMayAnswerMore() throws Exception {
        var headline = headline(rounds("nginx", 100), ofABusyLoad("h2o", 300));

        assertThat(headline.answer()).isEqualTo("h2o.");
    }

    @Test
    void oneRoundSaysThatItIsOne() throws Exception {
        var nginx = Examples.timed("nginx", 1000, 1, 1, 100);
        var h2o = Examples.timed("h2o", 1000, 1, 1, 300);

        var headline = headline(List.of(nginx), List.of(h2o));

        assertThat(headline.answer()).isEqualTo("In this one round: h2o.");
        assertThat(headline.isGood()).isFalse();
        assertThat(headline(List.of(nginx)).answer())
                .isEqualTo("In this one round: 100 requests/s.");
    }

    @Test
    void oneServerAloneIsTheAnswerWithItsFigure() throws Exception {
        assertThat(headline(ofABusyLoad("nginx", 290)).answer()).isEqualTo("≥ 290 requests/s.");
    }

    /// Else the order of two such rows would look measured.
    @Test
    void thePictureSaysOfWhomMoreIsPossible() throws Exception {
        var measurements =
                Stream.concat(rounds("nginx", 100).stream(), ofABusyLoad("h2o", 300).stream());
        var peaks = Peaks.of(new Grid(Examples.comparison(measurements.toList())));

        assertThat(peaks.pictures().getFirst().file()).contains(">≥ 300<", ">100<");
    }

    private static Headline headline(List<Measurement> one, List<Measurement> other)
            throws Exception {
        return headline(Stream.concat(one.stream(), other.stream()).toList());
    }

    private static Headline headline(List<Measurement> measurements) throws Exception {
        return Headline.of(ReportData.of(Examples.comparison(measurements)));
    }

    /// Two, alike.
    private static List<Measurement> rounds(String server, long requestsPerSecond)
            throws Exception {
        return List.of(
                Examples.timed(server, 1000, 1, 1, requestsPerSecond),
                Examples.timed(server, 1000, 2, 1, requestsPerSecond));
    }

    private static List<Measurement> ofABusyLoad(String server, long requestsPerSecond)
            throws Exception {
        return rounds(server, requestsPerSecond).stream().map(RankingTest::withABusyLoad).toList();
    }

    private static Measurement withABusyLoad(Measurement one) {
        var round = (Timed) one.outcome();
        return new Measurement(
                one.server(),
                one.clients(),
                one.round(),
                new Timed(
                        busy(round.closed()),
                        round.open(),
                        round.observation(),
                        round.heap(),
                        round.processes(),
                        round.beginning()));
    }

    private static PhaseResult busy(PhaseResult phase) {
        return new PhaseResult(
                phase.phase(),
                phase.seconds(),
                phase.answered(),
                phase.answeredMeanwhile(),
                phase.answeredInAll(),
                phase.bodyBytes(),
                phase.latency(),
                phase.failures(),
                phase.reconnects(),
                phase.whileLeadIn(),
                phase.lateness(),
                BUSY,
                phase.companionsLost(),
                phase.clientsWithoutAnswer());
    }
}
