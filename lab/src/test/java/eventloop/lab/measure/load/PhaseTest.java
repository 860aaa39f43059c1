package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseTest {
    @Test
    void isTheSameWhenItHasBeenStored() {
        Phase phase = new Phase.OpenLoop(5, 0.5, 3, 20);

        assertThat(Json.read(Json.line(phase), Phase.class)).isEqualTo(phase);
    }

    @Test
    void lastsAsLongAsItIsToldTo() {
        var phases =
                List.of(
                        new Phase.Arrival(2, 6),
                        new Phase.ClosedLoop(0.5, 3),
                        new Phase.OpenLoop(5, 0.5, 3, 20));

        assertThat(phases)
                .extracting(phase -> phase.lasting(4).duration())
                .containsOnly(Duration.ofSeconds(4));
        assertThat(phases.getFirst().lasting(4)).isEqualTo(new Phase.Arrival(1, 3));
    }
}
