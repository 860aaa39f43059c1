package eventloop.lab.study.vast;

import eventloop.lab.measure.observe.ConnectionLimits;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Table;
import java.util.List;

/// What a run is going to do on this machine, and what not, said before it begins.
public final class VastPlan {
    /// Of these, three in a thousand packets were dropped at a queue of 1,000, and none at one of 20,000.
    private static final int CLIENTS_OF_MANY_PACKETS = 500_000;

    private static final int PACKETS = 20_000;

    private VastPlan() {}

    public static String of(List<Integer> levels, List<Entrant> entrants, Allowance allowance) {
        var table = new Table(2, "clients", "server", "processes", "load", "memory");
        for (int clients : levels) {
            for (var entrant : entrants) {
                var demand = Demand.of(clients, entrant, allowance);
                table.row(
                        List.of(
                                "%,d".formatted(clients),
                                entrant.name(),
                                String.valueOf(demand.serverProcesses()),
                                String.valueOf(demand.loadProcesses()),
                                Figures.gibibytes(demand.memoryBytes())),
                        entrant.missing()
                                .map("will not run: "::concat)
                                .orElseGet(() -> note(Obstacle.to(demand, allowance))));
            }
        }
        return """
        This machine: %,d connections a process, %s of memory free, %,d ports an address, accept queue of %,d.%s%s

        %s
        """
                .formatted(
                        allowance.connectionsEach(),
                        Figures.gibibytes(allowance.memoryBytes()),
                        allowance.portsEach(),
                        allowance.queue(),
                        aboutQueue(allowance),
                        aboutPackets(levels, allowance),
                        table);
    }

    private static String note(List<Obstacle> obstacles) {
        return obstacles.isEmpty()
                ? "will run"
                : "will not run: %s; what helps: %s"
                        .formatted(Obstacle.reasons(obstacles), Obstacle.remedies(obstacles));
    }

    private static String aboutQueue(Allowance allowance) {
        return allowance.queue() >= ConnectionLimits.LEAST_ACCEPT_QUEUE
                ? ""
                : " Some clients will come late: " + ConnectionLimits.remedyForAcceptQueue();
    }

    private static String aboutPackets(List<Integer> levels, Allowance allowance) {
        boolean areMany = levels.stream().anyMatch(clients -> clients >= CLIENTS_OF_MANY_PACKETS);
        return allowance.packets() >= PACKETS || !areMany
                ? ""
                : "\nSome packets will be dropped between load and server while they come, since %,d may wait: "
                                .formatted(allowance.packets())
                        + Allowance.PACKET_QUEUE.remedy(PACKETS);
    }
}
