package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.study.claims.FakeSide.Round;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    private static final Round SOUND = Round.of(5);

    @Test
    void soundRoundsLeaveNoDoubt() {
        var first = doubts(Figure.MEAN, SOUND, SOUND);
        var second = doubts(Figure.MEAN, SOUND, SOUND);

        assertThat(Doubts.leeway(first, second)).isEqualTo(Leeway.NONE);
        assertThat(first.words()).isEmpty();
    }

    @Test
    void whoeverAsksAtItsLimitMayHaveMetAFasterServer() {
        var limited = doubts(Figure.REQUESTS, SOUND.withBusyGenerator());
        var sound = doubts(Figure.REQUESTS, SOUND);

        var reason = "the load generator could make no more requests";
        assertThat(Doubts.leeway(limited, sound)).isEqualTo(new Leeway(true, false, reason));
        assertThat(Doubts.leeway(sound, limited)).isEqualTo(new Leeway(false, true, reason));
        assertThat(Doubts.leeway(limited, limited)).isEqualTo(new Leeway(true, true, reason));
    }

    @Test
    void whoeverAsksLateMayHaveMetAQuickerServer() {
        var late = doubts(Figure.MEDIAN, SOUND.late(3));
        var sound = doubts(Figure.MEDIAN, SOUND.late(2));

        var reason = "the load generator was late itself";
        assertThat(Doubts.leeway(late, sound)).isEqualTo(new Leeway(false, true, reason));
        assertThat(Doubts.leeway(sound, late)).isEqualTo(new Leeway(true, false, reason));
    }

    @Test
    void figuresThatTheGeneratorHasNoHandInAreNotDoubted() {
        var busy = doubts(Figure.PROCESSOR, SOUND.late(4).withBusyGenerator());

        assertThat(Doubts.leeway(busy, busy)).isEqualTo(Leeway.NONE);
        assertThat(Doubts.leeway(doubts(Figure.MEAN, SOUND.withBusyGenerator()), busy))
                .isEqualTo(Leeway.NONE);
    }

    @Test
    void oneBadRoundOfManyIsNoDoubt() {
        var once = doubts(Figure.MEAN, SOUND.late(4), SOUND, SOUND);

        assertThat(Doubts.leeway(once, once)).isEqualTo(Leeway.NONE);
    }

    @Test
    void failuresAreTold() {
        var failing = doubts(Figure.MEAN, SOUND, SOUND.failing(Failure.CLOSED_EARLY, 8));

        assertThat(failing.words()).containsExactly("step03: 0.4 % of the requests closed early");
    }

    private static Doubts doubts(Figure figure, Round... rounds) {
        var doubts = new Doubts(FakeSide.named("step03"), figure);
        Arrays.stream(rounds).map(Round::sample).forEach(doubts::look);
        return doubts;
    }
}
