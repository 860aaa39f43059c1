package eventloop.lab.show.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final Instant BEGIN = Instant.parse("2026-12-01T12:00:00Z");

    private final Sightings sightings = new Sightings(BEGIN, 3);

    @Test
    void timesAreMicrosecondsAfterTheBeginning() {
        assertThat(sightings.time(BEGIN.plusNanos(1_500))).isEqualTo(1.5);
    }

    @Test
    void whoAsksAgainHearsOfWhatIsNewOnly() {
        sightings.add(visit("first"));
        var before = sightings.since(0);
        sightings.add(visit("second"));

        assertThat(before.sights()).containsExactly(visit("first"));
        assertThat(sightings.since(before.next()).sights()).containsExactly(visit("second"));
    }

    @Test
    void whoHasAllHearsOfNothing() {
        sightings.add(visit("first"));

        assertThat(sightings.since(1)).isEqualTo(new Sightings.News(1, List.of()));
    }

    @Test
    void whatNobodyHasAskedForInTimeIsForgotten() {
        for (var outcome : List.of("first", "second", "third", "fourth")) {
            sightings.add(visit(outcome));
        }

        assertThat(sightings.since(0))
                .isEqualTo(
                        new Sightings.News(
                                4, List.of(visit("second"), visit("third"), visit("fourth"))));
        assertThat(sightings.since(3).sights()).containsExactly(visit("fourth"));
    }

    private static Sight visit(String outcome) {
        return new Sight.Visit(Errand.PAGE, outcome, 1, 2);
    }
}
