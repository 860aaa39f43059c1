package eventloop.lab.show.report;

import eventloop.lab.measure.result.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Shows what several machines have found, those of a class, say. Figures of different machines are never set
/// beside each other: only answers, verdicts, and ratios of two figures of the same machine.
public final class ClassReport {
    private static final String DATA = "class.json";
    private static final String AGAIN = "./course report --merge RUN…";

    private ClassReport() {}

    /// @param directory for the files; those that a report has written before are replaced
    /// @return the page
    public static Path write(Path directory, List<Machine> machines) throws IOException {
        return Report.write(directory, page(machines), machines);
    }

    private static ReportPage page(List<Machine> machines) {
        return new ReportPage(
                "What %d machines have found".formatted(machines.size()),
                headline(machines),
                sections(machines),
                doubts(machines),
                List.of(),
                List.of(),
                DATA,
                AGAIN);
    }

    private static Headline headline(List<Machine> machines) {
        var targets = machines.stream().map(machine -> NodeTarget.of(machine.data())).toList();
        var answers =
                targets.stream()
                        .map(NodeTarget::answer)
                        .filter(answer -> answer != Conclusion.NOT_MEASURED)
                        .toList();
        if (answers.isEmpty()) {
            return ClassClaims.headline(machines)
                    .orElse(
                            new Headline(
                                    "What do these machines have in common?",
                                    "They have measured less than the question of node takes.",
                                    false,
                                    List.of()));
        }
        long yes = answers.stream().filter(Conclusion::isYes).count();
        return new Headline(
                NodeTarget.question("there"),
                "On %d of %d machines.".formatted(yes, answers.size()),
                yes == answers.size(),
                unmeasured(machines, targets));
    }

    private static List<String> unmeasured(List<Machine> machines, List<NodeTarget> targets) {
        var names =
                IntStream.range(0, machines.size())
                        .filter(i -> targets.get(i).answer() == Conclusion.NOT_MEASURED)
                        .mapToObj(i -> machines.get(i).name())
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? List.of() : List.of("Not measured on " + names + ".");
    }

    private static List<Section> sections(List<Machine> machines) {
        return Stream.of(
                        ClassTarget.of(machines),
                        ClassClaims.of(machines),
                        ClassSteps.of(machines),
                        Stream.of(machines(machines)))
                .flatMap(sections -> sections)
                .toList();
    }

    private static Section machines(List<Machine> machines) {
        var table =
                new DataTable(
                        "",
                        9,
                        List.of(
                                "machine",
                                "processor",
                                "processors",
                                "memory",
                                "system",
                                "JDK",
                                "course at",
                                "date",
                                "has"));
        for (var machine : machines) {
            machine.data()
                    .provenance()
                    .ifPresentOrElse(
                            from -> table.row(row(machine, from)),
                            () -> table.row(machine.name(), "has found nothing"));
        }
        return new Section(
                "machines",
                "Which machines are these?",
                "Each has measured for itself.",
                List.of(),
                List.of(table));
    }

    private static List<String> row(Machine machine, Provenance from) {
        return List.of(
                machine.name(),
                from.processor(),
                Integer.toString(from.processors()),
                Units.mebibytes(from.memoryBytes()),
                from.operatingSystem(),
                from.jdk(),
                from.commit(),
                from.date().toString(),
                String.join(", ", machine.data().origins().keySet()));
    }

    private static List<Fact> doubts(List<Machine> machines) {
        var doubts = new ArrayList<Fact>();
        var commits =
                machines.stream()
                        .flatMap(machine -> machine.data().provenance().stream())
                        .map(Provenance::commit)
                        .distinct()
                        .toList();
        if (commits.size() > 1) {
            doubts.add(new Fact("the course was not the same", String.join(", ", commits)));
        }
        for (var machine : machines) {
            for (var doubt : Background.doubts(machine.data())) {
                doubts.add(new Fact(machine.name() + ": " + doubt.term(), doubt.text()));
            }
        }
        return doubts;
    }
}
