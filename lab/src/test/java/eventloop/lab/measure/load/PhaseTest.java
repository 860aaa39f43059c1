package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Json;
import org.junit.jupiter.api.Test;

class PhaseTest {
    @Test
    void storedBeforeThereWereBurstsHasNone() {
        var stored = "{\"kind\": \"open\", \"requestsPerSecond\": 5, \"seconds\": 3}";

        assertThat(Json.read(stored, Phase.class)).isEqualTo(new Phase.OpenLoop(5, 0, 3, 1));
    }

    @Test
    void isTheSameWhenItHasBeenStored() {
        Phase phase = new Phase.OpenLoop(5, 0.5, 3, 20);

        assertThat(Json.read(Json.line(phase), Phase.class)).isEqualTo(phase);
    }
}
