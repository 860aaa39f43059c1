package eventloop.lab.study.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Step;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoHostsTest {
    /// And long enough for a machine that stands still for a while.
    private static final LinkConditions SHORT =
            new LinkConditions(1 << 10, 4, 100, 2 << 20, 2, 0.3, 2);

    @TempDir private Path directory;

    @Test
    void allThatTheLoadGetsComesThroughTheCableAndNothingIsLeftBehind() throws Exception {
        assumeThat(TwoHosts.missing()).isEmpty();
        var step07 = Step.in(Path.of("..")).getLast();
        var run = new LinkRun(SHORT, List.of(step07), directory, Placement.ANYWHERE, _ -> {});

        try (var hosts = TwoHosts.create()) {
            assertThat(TwoHosts.names()).filteredOn(TwoHostsTest::isOurs).hasSize(2);

            var reading = run.read(hosts, Cable.ALL.getFirst(), step07);

            assertThat(reading.failed()).isZero();
            assertThat(reading.packetsPerRequest()).isBetween(2.0, 6.0);
            assertThat(reading.largeBytesPerSecond()).isPositive();
        }

        assertThat(TwoHosts.names()).noneMatch(TwoHostsTest::isOurs);
    }

    private static boolean isOurs(String name) {
        return name.endsWith("-" + ProcessHandle.current().pid());
    }
}
