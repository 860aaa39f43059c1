package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eventloop.lab.measure.observe.Bystanders.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BystandersTest {
    @Test
    void othersHaveWhatIsNeitherIdleNorOurs() {
        // user, nice, system, idle, waiting for disks, interrupts, soft interrupts, stolen, guests
        var before = Times.parse("cpu  1000 0 500 8000 100 0 0 0 0 0", 3);
        var after = Times.parse("cpu  1500 0 700 8200 150 0 30 20 400 0", 7);

        // Ten seconds in all, of which 7.5 were busy and 4 were ours.
        assertThat(before.othersUntil(after)).isCloseTo(0.35, within(1e-9));
    }

    @Test
    void othersNeverHaveLessThanNothing() {
        var before = Times.parse("cpu  0 0 0 0 0 0 0 0", 0);
        var after = Times.parse("cpu  100 0 0 100 0 0 0 0", 1.01);

        assertThat(before.othersUntil(after)).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void areKnownOnLinux() {
        var bystanders = new Bystanders();

        assertThat(bystanders.share()).isPresent();
    }
}
