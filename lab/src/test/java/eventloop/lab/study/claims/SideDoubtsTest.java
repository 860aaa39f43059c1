package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.study.claims.FakeSide.Round;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SideDoubtsTest {
    private static final Round SOUND = Round.of(5);

    @Test
    void soundRoundsLeaveNoDoubt() {
        var first = doubts(Figure.MEAN, SOUND, SOUND);
        var second = doubts(Figure.MEAN, SOUND, SOUND);

        assertThat(SideDoubts.leeway(first, second)).isEqualTo(Leeway.NONE);
        assertThat(first.words()).isEmpty();
    }

    @Test
    void whoeverAsksAtItsLimitMayHaveMetAFasterServer() {
        var limited = doubts(Figure.REQUESTS, SOUND.withBusyGenerator());
        var sound = doubts(Figure.REQUESTS, SOUND);

        var reason = "the load generator could make no more requests";
        assertThat(SideDoubts.leeway(limited, sound)).isEqualTo(new Leeway(true, false, reason));
        assertThat(SideDoubts.leeway(sound, limited)).isEqualTo(new Leeway(false, true, reason));
        assertThat(SideDoubts.leeway(limited, limited)).isEqualTo(new Leeway(true, true, reason));
    }

    @Test
    void whoeverAsksLateMayHaveMetAQuickerServer() {
        var late = doubts(Figure.MEDIAN, SOUND.late(3));
        var sound = doubts(Figure.MEDIAN, SOUND.late(2));

        var reason = "the load generator was late itself";
        assertThat(SideDoubts.leeway(late, sound)).isEqualTo(new Leeway(false, true, reason));
        assertThat(SideDoubts.leeway(sound, late)).isEqualTo(new Leeway(true, false, reason));
    }

    @Test
    void figuresThatTheGeneratorHasNoHandInAreNotDoubted() {
        var busy = doubts(Figure.PROCESSOR, SOUND.late(4).withBusyGenerator());

        assertThat(SideDoubts.leeway(busy, busy)).isEqualTo(Leeway.NONE);
        assertThat(SideDoubts.leeway(doubts(Figure.MEAN, SOUND.withBusyGenerator()), busy))
                .isEqualTo(Leeway.NONE);
    }

    @Test
    void oneBadRoundOfManyIsNoDoubt() {
        var once = doubts(Figure.MEAN, SOUND.late(4), SOUND, SOUND);

        assertThat(SideDoubts.leeway(once, once)).isEqualTo(Leeway.NONE);
    }

    @Test
    void failuresAreTold() {
        var failing = doubts(Figure.MEAN, SOUND, SOUND.failing(Failure.CLOSED_EARLY, 8));

        assertThat(failing.words()).containsExactly("step03: 0.4 % of the requests closed early");
    }

    /// A server that serves half of its clients may answer as much as one that serves all.
    @Test
    void clientsThatWaitInVainAreTold() {
        var starving = new SideDoubts(FakeSide.named("step03"), Figure.REQUESTS);
        starving.look(starving(3));
        starving.look(starving(32));
        starving.look(SOUND.sample());
        var threads = new SideDoubts(FakeSide.named("step03"), Figure.THREADS);
        threads.look(starving(32));

        assertThat(starving.words())
                .containsExactly("step03: up to 32 clients had no answer while they were counted");
        assertThat(threads.words()).isEmpty();
    }

    private static Sample starving(int clients) {
        var sample = SOUND.sample();
        var result = sample.result();
        return new Sample(
                new PhaseResult(
                        result.phase(),
                        result.seconds(),
                        result.answered(),
                        result.answeredMeanwhile(),
                        result.answeredInAll(),
                        result.bodyBytes(),
                        result.latency(),
                        result.failures(),
                        result.reconnects(),
                        Optional.empty(),
                        result.lateness(),
                        result.generatorLoad(),
                        result.companionsLost(),
                        clients),
                sample.observation(),
                sample.sentAway());
    }

    private static SideDoubts doubts(Figure figure, Round... rounds) {
        var doubts = new SideDoubts(FakeSide.named("step03"), figure);
        Arrays.stream(rounds).map(Round::sample).forEach(doubts::look);
        return doubts;
    }
}
