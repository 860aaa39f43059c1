package eventloop.lab.show.report;

import eventloop.lab.measure.result.Spread;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.SpreadChart;
import eventloop.lab.show.report.plot.SpreadChart.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The question of node's speed, machine by machine.
final class ClassTarget {
    private static final String ID = "node";

    /// The target is among them.
    private static final List<Double> TICKS =
            List.of(0.05, 0.1, 0.2, 0.4, NodeTarget.SHARE, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0);

    private ClassTarget() {}

    /// Nothing if no machine has measured node beside an event loop.
    static Stream<Section> of(List<Machine> machines) {
        var measured =
                machines.stream()
                        .filter(machine -> !shares(NodeTarget.of(machine.data())).isEmpty())
                        .toList();
        return measured.isEmpty() ? Stream.of() : Stream.of(section(measured));
    }

    private static Section section(List<Machine> machines) {
        return new Section(
                ID,
                NodeTarget.question("there"),
                "Each dot is a load: node's mean response time divided by that of the event loop,"
                        + " on the same machine. The shade begins at %s of node's speed."
                                .formatted(Units.percent(NodeTarget.SHARE)),
                List.of(
                        new SpreadChart(
                                        new Axis("Share of node's speed", Units::percent, TICKS),
                                        machines.stream().map(ClassTarget::row).toList())
                                .draw(ID, "The shares of every machine; the table has them.")),
                List.of(table(machines)));
    }

    private static SpreadChart.Row row(Machine machine) {
        var target = NodeTarget.of(machine.data());
        return new SpreadChart.Row(
                machine.name(),
                Lines.of(machine.processor(), SpreadChart.LINE_LENGTH),
                target.answer().isYes() ? "holds" : "cannot-tell",
                shares(target).stream().map(Spread::median).toList(),
                Optional.of(new Range(NodeTarget.SHARE, Double.POSITIVE_INFINITY)),
                OptionalDouble.empty(),
                Lines.of(target.answer().words(), SpreadChart.ANSWER_LENGTH),
                machine.name() + ": " + String.join(" ", target.sentences()));
    }

    private static List<Spread> shares(NodeTarget target) {
        return target.levels().stream().flatMap(level -> level.share().stream()).toList();
    }

    private static DataTable table(List<Machine> machines) {
        var table = new DataTable("", 3, List.of("machine", "answer", "figures"));
        for (var machine : machines) {
            var target = NodeTarget.of(machine.data());
            table.row(
                    List.of(
                            machine.name(),
                            target.answer().words(),
                            String.join(" ", target.sentences())));
        }
        return table;
    }
}
