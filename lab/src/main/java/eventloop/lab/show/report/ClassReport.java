package eventloop.lab.show.report;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.study.exercise.ExerciseText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows what a class has handed in, or what several machines have found. Figures of different machines are never set
/// beside each other: only answers, verdicts, and ratios of two figures of the same machine.
public final class ClassReport {
    static final String DATA = "class.json";
    private static final String AGAIN = "./course report --merge RUN…";

    private final List<Student> students;
    private final ClassExercises exercises;
    private final Map<String, ExerciseText> texts;
    private final List<String> remarks;

    private ClassReport(Collected collected, List<ExerciseText> texts) {
        this.students = collected.students();
        this.remarks = collected.remarks();
        this.texts = texts.stream().collect(Collectors.toMap(ExerciseText::number, text -> text));
        this.exercises = ClassExercises.of(students, this.texts);
    }

    /// @param directory for the files; those that a report has written before are replaced
    /// @param texts of the course's exercises
    /// @return the page
    public static Path write(Path directory, Collected collected, List<ExerciseText> texts)
            throws IOException {
        return Report.write(
                directory, new ClassReport(collected, texts).page(), collected.students());
    }

    private ReportPage page() {
        return new ReportPage(
                exercises.students().isEmpty()
                        ? "What %s found"
                                .formatted(
                                        Figures.counted(
                                                students.size(), "machine has", "machines have"))
                        : "What a class of %d has handed in".formatted(exercises.students().size()),
                headline(),
                sections(),
                doubts(),
                List.of(),
                List.of(),
                DATA,
                AGAIN);
    }

    /// A question, and how many can answer it.
    private record Topic(long answers, Supplier<Headline> headline) {}

    /// Asks what most have something to say about; of several such questions the first.
    private Headline headline() {
        var topics =
                Stream.of(
                        new Topic(
                                count(ClassTarget::hasVerdict),
                                () -> ClassTarget.headline(students)),
                        new Topic(
                                count(student -> student.found().claims().isPresent()),
                                () -> ClassClaims.headline(students)),
                        new Topic(exercises.students().size(), exercises::headline));
        return topics.filter(topic -> topic.answers() > 0)
                .sorted(Comparator.comparing(Topic::answers).reversed())
                .findFirst()
                .map(topic -> topic.headline().get())
                .orElseGet(this::withoutAnAnswer);
    }

    private long count(Predicate<Student> has) {
        return students.stream().filter(has).count();
    }

    private Headline withoutAnAnswer() {
        return count(ClassTarget::isMeasured) > 0
                ? ClassTarget.headline(students)
                : nothingInCommon();
    }

    private static Headline nothingInCommon() {
        return new Headline(
                "What do these have in common?",
                "No claims, no exercises, and less than the question of node takes.",
                false,
                List.of());
    }

    private List<Section> sections() {
        return Stream.of(
                        exercises.sections(),
                        ClassClaims.of(students),
                        ClassGuesses.of(students, texts),
                        ClassTarget.of(students),
                        ClassAnswers.of(students, texts),
                        ClassSteps.of(students),
                        Stream.of(machines()))
                .flatMap(sections -> sections)
                .toList();
    }

    private Section machines() {
        var table =
                new DataTable(
                        "",
                        9,
                        List.of(
                                "of",
                                "processor",
                                "processors",
                                "memory",
                                "system",
                                "JDK",
                                "course at",
                                "date",
                                "has"));
        for (var student : students) {
            student.found()
                    .provenance()
                    .ifPresentOrElse(
                            from -> table.row(row(student, from)),
                            () -> table.row(student.name(), "no results of a machine"));
        }
        return new Section(
                "machines",
                "Which machines are these?",
                "Each has measured for itself.",
                List.of(),
                List.of(table));
    }

    private static List<String> row(Student student, Provenance from) {
        return List.of(
                student.name(),
                from.processor(),
                Integer.toString(from.processors()),
                Units.mebibytes(from.memoryBytes()),
                from.operatingSystem(),
                from.jdk(),
                from.commit(),
                from.date().toString(),
                String.join(", ", student.found().origins().keySet()));
    }

    private List<Fact> doubts() {
        var doubts = new ArrayList<Fact>();
        remarks.forEach(remark -> doubts.add(new Fact("collected", remark)));
        var commits =
                students.stream()
                        .flatMap(student -> student.found().origins().values().stream())
                        .map(Provenance::commit)
                        .distinct()
                        .toList();
        if (commits.size() > 1) {
            doubts.add(new Fact("the course was not the same", String.join(", ", commits)));
        }
        for (var student : students) {
            for (var doubt : Background.doubts(student.found())) {
                doubts.add(new Fact(student.name() + ": " + doubt.term(), doubt.text()));
            }
        }
        return doubts;
    }
}
