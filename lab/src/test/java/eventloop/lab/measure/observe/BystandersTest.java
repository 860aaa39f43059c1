package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eventloop.lab.measure.observe.Bystanders.Times;
import eventloop.lab.measure.observe.ProcessTable.Entry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BystandersTest {
    private static final long LAB = 100;

    @Test
    void othersAreThePrograms() {
        // user, nice, system, idle, waiting for disks, interrupts, soft interrupts, stolen, guests
        var before = Times.parse("cpu  1000 0 500 8000 100 0 0 0 0 0", machine(3, 10, 2), LAB);
        var after = Times.parse("cpu  1500 0 700 8200 150 0 30 20 400 0", machine(7, 12, 3), LAB);

        // Ten seconds in all, of which another program had two, and the machine's host 0.2.
        assertThat(before.othersUntil(after)).isCloseTo(0.22, within(1e-9));
    }

    @Test
    void inAContainerOthersHaveWhatIsNeitherIdleNorOurs() {
        var before = Times.parse("cpu  1000 0 500 8000 100 0 0 0 0 0", container(3), LAB);
        var after = Times.parse("cpu  1500 0 700 8200 150 0 0 50 400 0", container(7), LAB);

        // Ten seconds in all, of which 7.5 were busy and 4 were ours.
        assertThat(before.othersUntil(after)).isCloseTo(0.35, within(1e-9));
    }

    /// A packet over the loopback is received in an interrupt of whoever sends it.
    @Test
    void inAContainerInterruptsAreNobodys() {
        var before = Times.parse("cpu  1000 0 500 8000 100 0 0 0 0 0", container(3), LAB);
        var after = Times.parse("cpu  1500 0 700 8000 100 50 250 0 0 0", container(10), LAB);

        assertThat(before.othersUntil(after)).isZero();
    }

    @Test
    void othersNeverHaveLessThanNothing() {
        var before = Times.parse("cpu  0 0 0 0 0 0 0 0", container(0), LAB);
        var after = Times.parse("cpu  100 0 0 100 0 0 0 0", container(1.01), LAB);

        assertThat(before.othersUntil(after)).isZero();
    }

    private static ProcessTable machine(double ours, double others, double kernels) {
        return new ProcessTable(
                Map.of(
                        1L,
                        new Entry("init", 0, 0),
                        2L,
                        new Entry("kthreadd", 0, 0),
                        3L,
                        new Entry("ksoftirqd/0", 2, kernels),
                        LAB,
                        new Entry("java", 1, ours / 2),
                        101L,
                        new Entry("load", LAB, ours / 2),
                        200L,
                        new Entry("browser", 1, others)));
    }

    private static ProcessTable container(double ours) {
        return new ProcessTable(Map.of(LAB, new Entry("java", 1, ours)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void areKnownOnLinux() {
        var bystanders = new Bystanders();

        assertThat(bystanders.share()).isPresent();
    }
}
