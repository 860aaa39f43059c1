package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Json;
import org.junit.jupiter.api.Test;

class PhaseTest {
    @Test
    void isTheSameWhenItHasBeenStored() {
        Phase phase = new Phase.OpenLoop(5, 0.5, 3, 20);

        assertThat(Json.read(Json.line(phase), Phase.class)).isEqualTo(phase);
    }
}
