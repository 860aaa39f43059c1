package eventloop.lab.show.report;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.SpreadChart;
import eventloop.lab.show.report.plot.SpreadChart.Range;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The question of node's speed, machine by machine.
final class ClassTarget {
    private static final String ID = "node";
    private static final String WHERE = "on these machines";

    /// The target is among them.
    private static final List<Double> TICKS =
            List.of(0.05, 0.1, 0.2, 0.4, NodeTarget.SHARE, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0);

    private ClassTarget() {}

    /// Whether a machine has an answer: a comparison of one round has none.
    static boolean hasVerdict(Student student) {
        return answer(student).isVerdict();
    }

    /// Whether a machine has measured node beside an event loop, and has had figures of both.
    static boolean isMeasured(Student student) {
        return answer(student) != Conclusion.NOT_MEASURED;
    }

    /// One machine has to have measured it.
    static Headline headline(List<Student> students) {
        var verdicts =
                students.stream().map(ClassTarget::answer).filter(Conclusion::isVerdict).toList();
        long yes = verdicts.stream().filter(Conclusion::isYes).count();
        var words =
                verdicts.isEmpty()
                        ? Conclusion.TOO_FEW_ROUNDS.words()
                        : "On %d of %s."
                                .formatted(
                                        yes,
                                        Figures.counted(verdicts.size(), "machine", "machines"));
        return new Headline(
                NodeTarget.question(WHERE),
                words,
                !verdicts.isEmpty() && yes == verdicts.size(),
                Stream.of(
                                named(students, Conclusion.TOO_FEW_ROUNDS, "Too few rounds on %s."),
                                named(students, Conclusion.NOT_MEASURED, "Not measured on %s."))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<String> named(
            List<Student> students, Conclusion answer, String sentence) {
        var names =
                students.stream()
                        .filter(student -> answer(student) == answer)
                        .map(Student::name)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(sentence.formatted(names));
    }

    private static Conclusion answer(Student student) {
        return NodeTarget.of(student.found()).answer();
    }

    /// Nothing if no machine has measured node beside an event loop.
    static Stream<Section> of(List<Student> students) {
        var measured =
                students.stream()
                        .filter(student -> !shares(NodeTarget.of(student.found())).isEmpty())
                        .toList();
        return measured.isEmpty() ? Stream.of() : Stream.of(section(measured));
    }

    private static Section section(List<Student> students) {
        return new Section(
                ID,
                NodeTarget.question(WHERE),
                "Each dot is a load: node's mean response time divided by that of the event loop,"
                        + " on the same machine. The shade begins at %s of node's speed."
                                .formatted(Units.percent(NodeTarget.SHARE)),
                List.of(
                        new SpreadChart(
                                        new Axis("Share of node's speed", Units::percent, TICKS),
                                        students.stream().map(ClassTarget::row).toList())
                                .draw(ID, "The shares of every machine; the table has them.")),
                List.of(table(students)));
    }

    private static SpreadChart.Row row(Student student) {
        var target = NodeTarget.of(student.found());
        return new SpreadChart.Row(
                student.name(),
                Lines.of(student.processor(), SpreadChart.LINE_LENGTH),
                target.answer().styleClass(),
                shares(target).stream().map(Spread::median).toList(),
                Optional.of(new Range(NodeTarget.SHARE, Double.POSITIVE_INFINITY)),
                OptionalDouble.empty(),
                Lines.of(target.answer().words(), SpreadChart.ANSWER_LENGTH),
                student.name() + ": " + String.join(" ", target.sentences()));
    }

    private static List<Spread> shares(NodeTarget target) {
        return target.levels().stream().flatMap(level -> level.share().stream()).toList();
    }

    private static DataTable table(List<Student> students) {
        var table = new DataTable("", 3, List.of("machine", "answer", "figures"));
        for (var student : students) {
            var target = NodeTarget.of(student.found());
            table.row(
                    List.of(student.name(), target.words(), String.join(" ", target.sentences())));
        }
        return table;
    }
}
