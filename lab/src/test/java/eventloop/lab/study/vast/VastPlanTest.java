package eventloop.lab.study.vast;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.rival.WorkerRival;
import eventloop.lab.measure.server.PlainFileServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class VastPlanTest {
    private static final long GIBIBYTE = 1L << 30;
    private static final Allowance AMPLE =
            new Allowance(19_500, 24 * GIBIBYTE, 28_232, 4_096, 20_000, true);
    private static final Entrant SERVER = new Entrant.Sharing("step07", new PlainFileServer());

    @Test
    void takesAsManyProcessesAsOpenFilesAskFor() {
        assertThat(Demand.of(19_500, SERVER, AMPLE).serverProcesses()).isEqualTo(1);
        var demand = Demand.of(500_000, SERVER, AMPLE);

        assertThat(demand.loadProcesses()).isEqualTo(26);
        // 18,519 connections each, and four times their square root is room for chance.
        assertThat(demand.serverProcesses()).isEqualTo(27);
        assertThat(Obstacle.to(demand, AMPLE)).isEmpty();
    }

    /// On many a machine a process may have a million: those of the load have not the memory for them.
    @Test
    void theLoadHasNoMoreClientsAProcessThanItHasRoomFor() {
        var plenty = new Allowance(999_800, 24 * GIBIBYTE, 28_232, 4_096, 20_000, true);

        var demand = Demand.of(500_000, SERVER, plenty);

        assertThat(demand.serverProcesses()).isEqualTo(1);
        assertThat(demand.loadProcesses()).isEqualTo(25);
    }

    /// Whichever of them is awake takes the next client.
    @Test
    void nodeHasTwiceTheProcessesWhereOneIsNotEnough() {
        assertThat(Demand.of(19_500, node(), AMPLE).serverProcesses()).isEqualTo(1);
        // 9,470 connections each, and four times their square root is room for chance, up to half
        // of 19,500.
        assertThat(Demand.of(100_000, node(), AMPLE).serverProcesses()).isEqualTo(11);
    }

    private static Entrant node() {
        return WorkerRival.in(Path.of("..")).stream()
                .filter(rival -> rival.name().equals("node"))
                .map(Entrant.Working::new)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tooFewOpenFilesAreLiftedByUlimit() {
        expect(
                new Allowance(524, 24 * GIBIBYTE, 28_232, 4_096, 20_000, true),
                "open files",
                "ulimit -n");
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        var allowance = new Allowance(524, 2 * GIBIBYTE, 28_232, 4_096, 20_000, true);

        assertThat(VastPlan.of(List.of(500_000), List.of(SERVER), allowance))
                .contains("open files", "ulimit -n", "2 GiB are free", "a machine with more");
    }

    /// With 20,000 two million clients would still take 106 processes.
    @Test
    void theRemedyForManyClientsIsEnoughForThem() {
        var demand = Demand.of(2_000_000, SERVER, AMPLE);

        assertThat(Obstacle.to(demand, AMPLE).getFirst().remedy()).startsWith("ulimit -n 40000 ");
    }

    /// It takes more processes than others for as many.
    @Test
    void theRemedyForNodeIsEnoughForNode() {
        var demand = Demand.of(700_000, node(), AMPLE);

        assertThat(Obstacle.to(demand, AMPLE).getFirst().remedy()).startsWith("ulimit -n 30000 ");
    }

    @Test
    void tooLittleMemoryIsSaidInFigures() {
        expect(
                new Allowance(19_500, 2 * GIBIBYTE, 28_232, 4_096, 20_000, true),
                "2 GiB are free",
                "a machine with more");
    }

    @Test
    void tooFewPortsAreLiftedBySysctl() {
        expect(
                new Allowance(19_500, 24 * GIBIBYTE, 500, 4_096, 20_000, true),
                "an address has 500",
                "ip_local_port_range");
    }

    @Test
    void onOneAddressPortsAreTheEnd() {
        expect(
                new Allowance(19_500, 24 * GIBIBYTE, 16_384, 4_096, 20_000, false),
                "16,384",
                "Linux");
    }

    @Test
    void aShortQueueIsToldWithItsRemedyAndStopsNobody() {
        var plan =
                VastPlan.of(
                        List.of(1_000),
                        List.of(SERVER),
                        new Allowance(19_500, 24 * GIBIBYTE, 28_232, 128, 20_000, true));

        assertThat(plan).contains("sysctl -w net.core.somaxconn=4096").contains("will run");
    }

    @Test
    void aShortQueueOfPacketsIsToldWhereSoManyComeThatItMatters() {
        var allowance = new Allowance(19_500, 24 * GIBIBYTE, 28_232, 4_096, 1_000, true);

        assertThat(VastPlan.of(List.of(500_000), List.of(SERVER), allowance))
                .contains("sysctl -w net.core.netdev_max_backlog=20000")
                .contains("will run");
        assertThat(VastPlan.of(List.of(10_000), List.of(SERVER), allowance))
                .doesNotContain("sysctl");
    }

    private static void expect(Allowance allowance, String reason, String remedy) {
        var obstacles = Obstacle.to(Demand.of(500_000, SERVER, allowance), allowance);

        assertThat(obstacles)
                .anySatisfy(obstacle -> {
                    assertThat(obstacle.reason()).contains(reason);
                    assertThat(obstacle.remedy()).contains(remedy);
                });
        assertThat(VastPlan.of(List.of(500_000), List.of(SERVER), allowance))
                .contains("will not run", reason, remedy);
    }
}
