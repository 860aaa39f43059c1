package eventloop.lab.show.lesson;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.server.ServerProcesses;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.link.LinkResult;
import eventloop.lab.study.vast.VastResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Works out what ten million clients would need, from what fewer have cost in stored runs. A page says which of two
/// tables belongs where:
///
/// ```
/// <!-- projection: one-client -->     what was measured, for one client
/// <!-- projection: ten-million -->    the same, ten million times
/// ```
record TenMillion(ResultFiles files) {
    private static final int CLIENTS = 10_000_000;
    private static final double MICROS = 1e6;
    private static final double GIGA = 1e9;
    private static final int SECONDS_BETWEEN_REQUESTS = 60;

    /// What Linux lets a client choose from, 32,768 to 60,999 (kernel documentation, ip-sysctl).
    private static final int PORTS_OF_AN_ADDRESS = 60_999 - 32_768 + 1;

    /// What has to be stored.
    private static final List<String> RESULTS = List.of("vast", "comparison", "link");

    String shown(String name, String now, Path page) {
        return switch (name) {
            case "one-client" -> table(TenMillion::oneClient);
            case "ten-million" -> table(TenMillion::tenMillion);
            default -> throw new IllegalArgumentException("there is no projection " + name);
        };
    }

    private String table(Function<ClientCosts, String> table) {
        var missing =
                RESULTS.stream().filter(name -> !Files.isRegularFile(files.saved(name))).toList();
        return missing.isEmpty()
                ? table.apply(costs())
                : "*This table is made when there is a stored result of: %s.*"
                        .formatted(String.join(", ", missing));
    }

    private ClientCosts costs() {
        try {
            return ClientCosts.of(
                    files.read("vast", VastResult.class),
                    files.read("comparison", ComparisonResult.class),
                    files.read("link", LinkResult.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String oneClient(ClientCosts cost) {
        return """
        | one client of step 7 | costs | measured |
        |---|--:|---|
        | memory of the server's processes | %s | %,d clients, %,d processes |
        | memory of the kernel, for both ends of the connection | %s | the same; server and clients are on one machine, and what it keeps for their processes is in it |
        | processor while nobody asks | %s | the same |
        | coming, and the first answer | at most %s | the same: %,.0f came in a second, as many as the load let come |
        | processor time of a request | %s | as in the comparison, with the course's own pages |
        | packets of a request, both ways | %s | %,d bytes, over a cable |

        The last run of `./course vast`: %s. The other figures are of `./course compare --full` and `./course link`.\
        """
                .formatted(
                        bytes(cost.serverBytes()),
                        cost.clients(),
                        cost.processes(),
                        bytes(cost.kernelBytes()),
                        micros(cost.idleProcessors() * MICROS) + " a second",
                        micros(MICROS / cost.comingPerSecond()),
                        cost.comingPerSecond(),
                        micros(cost.processorMicrosPerRequest()),
                        Figures.plain(cost.packetsPerRequest()),
                        cost.fileBytes(),
                        cost.machine().words());
    }

    static String tenMillion(ClientCosts cost) {
        double requests = (double) CLIENTS / SECONDS_BETWEEN_REQUESTS;
        double serverBytes = CLIENTS * cost.serverBytes();
        double kernelBytes = CLIENTS * cost.kernelBytes() / 2;
        return """
        | ten million clients need | | because |
        |---|--:|---|
        | memory for the server's processes | %s | %s each |
        | memory of the kernel for its end | %s | half of %s each: the other half is the clients' |
        | machines with as much memory as the one measured | %s | it has %s |
        | open files | %,d | one for each connection |
        | processes that share a port | %,d | one may have %,d connections here, and chance deals some of them more than others |
        | ports of the server | 1 | a connection is known by both addresses and both ports |
        | addresses of whoever plays ten million clients | %,d | each has %,d ports towards one server |
        | processors while nobody asks | %s | what the JVM of each process does by itself |
        | requests a second, if each asks once a minute | %,.0f | |
        | processors for these | %s | %s each |
        | packets a second | %,.0f | %s for each request |
        | bits a second | %s Gbit/s | %,d bytes for each request, and no heads |
        | time until all are back after a restart | at most %s minutes | as fast as the load let fewer come, on one machine |\
        """
                .formatted(
                        Figures.gibibytes(serverBytes),
                        bytes(cost.serverBytes()),
                        Figures.gibibytes(kernelBytes),
                        bytes(cost.kernelBytes()),
                        Figures.plain((serverBytes + kernelBytes) / cost.machine().memoryBytes()),
                        Figures.gibibytes(cost.machine().memoryBytes()),
                        CLIENTS,
                        new ServerProcesses(cost.connectionsEach()).holding(CLIENTS),
                        cost.connectionsEach(),
                        Math.ceilDiv(CLIENTS, PORTS_OF_AN_ADDRESS),
                        PORTS_OF_AN_ADDRESS,
                        Figures.plain(CLIENTS * cost.idleProcessors()),
                        requests,
                        Figures.plain(requests * cost.processorMicrosPerRequest() / MICROS),
                        micros(cost.processorMicrosPerRequest()),
                        requests * cost.packetsPerRequest(),
                        Figures.plain(cost.packetsPerRequest()),
                        Figures.plain(requests * cost.fileBytes() * Byte.SIZE / GIGA),
                        cost.fileBytes(),
                        Figures.plain(CLIENTS / cost.comingPerSecond() / 60));
    }

    private static String bytes(double bytes) {
        return "%,.0f bytes".formatted(bytes);
    }

    private static String micros(double micros) {
        return Figures.plain(micros) + " µs";
    }
}
