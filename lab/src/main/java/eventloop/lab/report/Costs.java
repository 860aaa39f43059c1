package eventloop.lab.report;

import eventloop.lab.compare.Measurement.Timed;
import eventloop.lab.observe.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What answers cost the machine. The only place of the report that looks into an [Observation].
final class Costs {
    private static final String SWITCHES = "context-switches";
    private static final String MEMORY = "memory";
    private static final double MEBIBYTE = 1 << 20;

    private Costs() {}

    static Section switches(Grid grid) {
        var byClients =
                new ByClients(
                        grid,
                        "Context switches a request",
                        Units::plain,
                        Units::figure,
                        timed -> timed.observation().work().getFirst().switchesPerRequest());
        return new Section(
                SWITCHES,
                "How often does the processor change threads?",
                "Fewer is better: at each switch the processor leaves one thread for another. The"
                        + " axis goes in factors, so only the marks' places count, not how long the"
                        + " stems are.",
                byClients.rows(SWITCHES, OptionalDouble.empty()),
                List.of(byClients.table()));
    }

    static Section memory(Grid grid) {
        var byClients =
                new ByClients(
                        grid,
                        "Peak memory",
                        mebibytes -> Units.plain(mebibytes) + " MiB",
                        mebibytes -> Units.count(mebibytes) + " MiB",
                        Costs::peakMebibytes);
        var tables = new ArrayList<>(List.of(byClients.table()));
        if (grid.levels().size() > 1) {
            tables.add(perClient(grid));
        }
        return new Section(
                MEMORY,
                "How much memory does a client cost?",
                "The most physical memory that the server's process had at any time: a line that"
                        + " stays flat pays nothing for more clients. A JVM takes memory for garbage"
                        + " too, as long as its heap allows.",
                byClients.pictures(MEMORY, OptionalDouble.empty()),
                tables);
    }

    private static OptionalDouble peakMebibytes(Timed timed) {
        return timed.observation().peakMemoryBytes().stream()
                .mapToDouble(bytes -> bytes / MEBIBYTE)
                .findFirst();
    }

    private static DataTable perClient(Grid grid) {
        var table =
                new DataTable(
                        "Memory for each further client", 2, List.of("server", "from", "memory"));
        for (var server : grid.servers()) {
            var known =
                    grid.levels().stream()
                            .filter(clients -> memory(grid, server, clients).isPresent())
                            .toList();
            if (known.size() < 2) {
                table.row(server, "was timed under fewer than two loads");
                continue;
            }
            int few = known.getFirst();
            int many = known.getLast();
            double more =
                    memory(grid, server, many).getAsDouble()
                            - memory(grid, server, few).getAsDouble();
            table.row(
                    List.of(
                            server,
                            "%s to %s clients".formatted(Units.count(few), Units.count(many)),
                            Units.kibibytes(more / (many - few))));
        }
        return table;
    }

    private static OptionalDouble memory(Grid grid, String server, int clients) {
        return grid.summary(server, clients).peakMemoryBytes();
    }
}
