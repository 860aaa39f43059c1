package eventloop.lab.show.lesson;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.compare.Summary;
import eventloop.lab.study.link.LinkReading;
import eventloop.lab.study.link.LinkResult;
import eventloop.lab.study.vast.MemoryTaken;
import eventloop.lab.study.vast.Stand.Held;
import eventloop.lab.study.vast.VastResult;
import java.util.Collections;

/// What one client of step 7 costs, by stored runs.
///
/// @param clients of the largest crowd that was held, by which the others are divided
/// @param processes that shared the port
/// @param connectionsEach that a process may have
/// @param serverBytes of the server's processes
/// @param kernelBytes for both ends of its connection
/// @param idleProcessors that it takes while nobody asks
/// @param comingPerSecond how many came in a second, and had an answer
/// @param fileBytes that it asks for
/// @param processorMicrosPerRequest of the server
/// @param packetsPerRequest both ways
/// @param machine on which the crowd stood
record ClientCosts(
        int clients,
        int processes,
        int connectionsEach,
        double serverBytes,
        double kernelBytes,
        double idleProcessors,
        double comingPerSecond,
        long fileBytes,
        double processorMicrosPerRequest,
        double packetsPerRequest,
        Provenance machine) {
    private static final String SERVER = "step07-zerocopy";

    /// @throws IllegalArgumentException if none of them has what is needed
    static ClientCosts of(VastResult vast, ComparisonResult comparison, LinkResult link) {
        int clients = largest(vast);
        var held = vast.held(SERVER, clients).orElseThrow();
        var memory = held.memory();
        return new ClientCosts(
                clients,
                held.serverProcesses(),
                vast.conditions().connectionsEach(),
                serverBytes(memory) / clients,
                (double) memory.kernelBytes().orElseThrow(ClientCosts::incomplete) / clients,
                held.idleProcessorShare().orElseThrow(ClientCosts::incomplete) / clients,
                coming(held, clients),
                vast.conditions().fileBytes(),
                processorMicros(comparison),
                packets(link),
                vast.provenance());
    }

    private static int largest(VastResult vast) {
        return vast.conditions().levels().stream()
                .filter(level -> vast.held(SERVER, level).isPresent())
                .max(Integer::compare)
                .orElseThrow(() -> new IllegalArgumentException("there is no crowd of " + SERVER));
    }

    private static double serverBytes(MemoryTaken memory) {
        return memory.proportionalBytes().isPresent()
                ? memory.proportionalBytes().getAsLong()
                : memory.residentBytes().orElseThrow(ClientCosts::incomplete);
    }

    private static IllegalArgumentException incomplete() {
        return new IllegalArgumentException(
                "something of the crowd of " + SERVER + " is not known");
    }

    private static double coming(Held held, int clients) {
        return clients / held.secondsUntilServed();
    }

    /// With as many clients as were compared.
    private static double processorMicros(ComparisonResult comparison) {
        int most = Collections.max(comparison.conditions().clients());
        var measured =
                comparison.measurements().stream()
                        .filter(one -> one.server().equals(SERVER) && one.clients() == most)
                        .toList();
        return Summary.of(SERVER, measured)
                .processorMicrosPerRequest()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no processor time of " + SERVER));
    }

    /// Over whichever cable: the first.
    private static double packets(LinkResult link) {
        return link.cables().readings().stream()
                .filter(reading -> reading.server().equals(SERVER))
                .mapToDouble(LinkReading::packetsPerRequest)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no cable to " + SERVER));
    }
}
