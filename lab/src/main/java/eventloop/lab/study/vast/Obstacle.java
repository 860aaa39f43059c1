package eventloop.lab.study.vast;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.observe.ConnectionLimits;
import eventloop.lab.measure.result.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Why this machine cannot hold so many clients.
///
/// @param reason in plain words, with figures
/// @param remedy the command that lifts the limit, or what else does
public record Obstacle(String reason, String remedy) {
    /// More processes than this are no measurement of a server any more, but of the scheduler.
    private static final int MOST_PROCESSES = 64;

    /// Asked for in round numbers, and enough for most.
    private static final int LEAST_OPEN_FILES = 20_000;

    private static final int OPEN_FILES_STEP = 10_000;

    /// The load has a thousand connections at once from each of its source addresses, and those of the level before are
    /// in TIME_WAIT for a minute.
    private static final int LEAST_PORTS = 2_000;

    /// All there are; none if the level can be run.
    public static List<Obstacle> to(Demand demand, Allowance allowance) {
        var obstacles = new ArrayList<Obstacle>();
        if (demand.serverProcesses() > MOST_PROCESSES) {
            obstacles.add(
                    new Obstacle(
                            "open files: with %,d connections a process it takes %,d processes of the server"
                                    .formatted(
                                            allowance.connectionsEach(), demand.serverProcesses()),
                            OpenFiles.remedy(openFiles(demand, allowance))));
        }
        if (demand.memoryBytes() > allowance.memoryBytes()) {
            obstacles.add(
                    new Obstacle(
                            "memory: it takes about %s, and %s are free"
                                    .formatted(
                                            Figures.gibibytes(demand.memoryBytes()),
                                            Figures.gibibytes(allowance.memoryBytes())),
                            "close what else runs, or take a machine with more"));
        }
        addPorts(demand, allowance, obstacles);
        return obstacles;
    }

    static String reasons(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::reason).collect(Collectors.joining("; "));
    }

    static String remedies(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::remedy).collect(Collectors.joining("; and "));
    }

    /// With which the processes of a server are not too many.
    private static int openFiles(Demand demand, Allowance allowance) {
        // As many times more connections for each as there are times too many processes.
        long each = (long) allowance.connectionsEach() * demand.serverProcesses() / MOST_PROCESSES;
        int needed = OpenFiles.neededFor(Math.toIntExact(each));
        return Math.max(LEAST_OPEN_FILES, Math.ceilDiv(needed, OPEN_FILES_STEP) * OPEN_FILES_STEP);
    }

    private static void addPorts(Demand demand, Allowance allowance, List<Obstacle> obstacles) {
        if (!allowance.hasSourceAddresses() && demand.clients() > allowance.portsEach()) {
            obstacles.add(
                    new Obstacle(
                            "ports: this system's loopback has one address, with %,d ports"
                                    .formatted(allowance.portsEach()),
                            "a machine with Linux"));
        } else if (allowance.portsEach() < LEAST_PORTS) {
            obstacles.add(
                    new Obstacle(
                            "ports: an address has %,d of them".formatted(allowance.portsEach()),
                            ConnectionLimits.remedyForPorts()));
        }
    }
}
