package eventloop.lab.study.vast;

import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.observe.Bystanders;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Table;
import eventloop.lab.study.vast.Stand.Held;
import eventloop.lab.study.vast.Stand.Lost;
import eventloop.lab.study.vast.Stand.NotRun;
import eventloop.lab.study.vast.Stand.Unmeasured;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/// A run as the terminal shows it.
final class VastTable {
    private static final String NONE = "–";
    private static final String LATE = "the load generator was late itself";

    private VastTable() {}

    static String of(VastResult result) {
        var parts = new ArrayList<String>();
        if (!result.stands().isEmpty()) {
            parts.add(levels(result));
        }
        if (!result.ends().isEmpty()) {
            parts.add("Where each step ends, in one process\n" + ends(result));
        }
        if (!result.verdicts().isEmpty()) {
            parts.add("Claims\n" + verdicts(result));
        }
        var versions = result.conditions().versions();
        if (!versions.isEmpty()) {
            parts.add("Other servers: " + String.join("; ", versions.values()));
        }
        parts.add(String.join("\n", result.runsInWords()));
        return String.join("\n\n", parts);
    }

    private static String levels(VastResult result) {
        var table =
                new Table(
                        2,
                        "clients",
                        "server",
                        "processes",
                        "served after",
                        "mean",
                        "p50",
                        "p99",
                        "resident",
                        "shared once",
                        "kernel a client",
                        "heap a client",
                        "idle",
                        "errors");
        for (var stand : result.stands()) {
            var clients = "%,d".formatted(stand.clients());
            switch (stand.outcome()) {
                case Held held ->
                        table.row(cells(clients, stand, held), remark(stand.clients(), held));
                case Lost(var reason) -> table.row(List.of(clients, stand.server()), reason);
                case Unmeasured(var reason) -> table.row(List.of(clients, stand.server()), reason);
                case NotRun(var reason, var remedy) ->
                        table.row(
                                List.of(clients, stand.server()),
                                "not tried: "
                                        + reason
                                        + remedy.map("; what helps: "::concat).orElse(""));
            }
        }
        return "%s\nserved after: from the first of the clients, who come at %,.0f a second, to the last one's answer"
                .formatted(table, result.conditions().arrivalsPerSecond());
    }

    private static List<String> cells(String clients, Stand stand, Held held) {
        var memory = held.memory();
        return List.of(
                clients,
                stand.server(),
                String.valueOf(held.serverProcesses()),
                Figures.seconds(OptionalDouble.of(held.secondsUntilServed())),
                millis(held.paced(), Latency::meanMillis),
                millis(held.paced(), Latency::p50Millis),
                millis(held.paced(), Latency::p99Millis),
                Figures.mebibytes(asDouble(memory.residentBytes())),
                Figures.mebibytes(asDouble(memory.proportionalBytes())),
                Figures.bytes(held.kernelBytesAClient()),
                Figures.bytes(memory.heapBytesAClient()),
                idle(held),
                held.errors().words());
    }

    /// Nothing of a phase that does not count: who turns clients away is quick with the others.
    private static String millis(PhaseResult paced, ToDoubleFunction<Latency> time) {
        if (!paced.counts()) {
            return Figures.millis(OptionalDouble.empty());
        }
        var millis = OptionalDouble.of(time.applyAsDouble(paced.latency()));
        return paced.isLate(time) ? Figures.roughMillis(millis) : Figures.millis(millis);
    }

    private static String remark(int clients, Held held) {
        var remarks = new ArrayList<String>();
        if (!held.allWereServed(clients)) {
            remarks.add(
                    "only %,d of %,d were served".formatted(held.arrival().answered(), clients));
        }
        held.whySlowly().ifPresent(remarks::add);
        held.paced().whyNot().ifPresent(remarks::add);
        if (held.paced().counts() && held.paced().isLate()) {
            remarks.add(LATE);
        }
        if (held.connectionsLost().orElse(0) > 0) {
            remarks.add("%,d connections were lost".formatted(held.connectionsLost().getAsLong()));
        }
        if (held.isBesideOthers()) {
            remarks.add(Bystanders.took(Figures.percent(held.bystanders())));
        }
        return String.join("; ", remarks);
    }

    static String idle(Held held) {
        return held.idleProcessorShare().isPresent()
                ? "%.2f %%".formatted(100 * held.idleProcessorShare().getAsDouble())
                : NONE;
    }

    static OptionalDouble asDouble(OptionalLong number) {
        return number.stream().asDoubleStream().findFirst();
    }

    private static String ends(VastResult result) {
        var table = new Table(1, "step", "clients held", "not");
        for (var end : result.ends()) {
            table.row(
                    List.of(
                            end.server(),
                            "%,d".formatted(end.held()),
                            end.lost().isPresent() ? "%,d".formatted(end.lost().getAsInt()) : NONE),
                    end.reason().orElse(""));
        }
        return table.toString();
    }

    private static String verdicts(VastResult result) {
        var table = new Table(1, "claim", "verdict");
        for (var verdict : result.verdicts()) {
            table.row(List.of(verdict.claim().id(), verdict.verdict().words()), verdict.finding());
        }
        return table.toString();
    }
}
