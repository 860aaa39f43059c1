package eventloop.lab.show.report;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.exercise.ExerciseText;
import eventloop.lab.study.exercise.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// How far a class is with the exercises, and who is stuck.
///
/// @param students only those who have begun one
/// @param texts of the course's exercises, by number
record ClassExercises(List<Student> students, Map<String, ExerciseText> texts) {
    /// Who has tried so often without success needs somebody.
    private static final int MANY_TRIES = 5;

    /// So many times the minutes that an exercise is meant to take.
    private static final int LONG = 2;

    private static final String READING =
            ("Stuck is who has begun an exercise, has not done it, and has tried %d times, or has seen all"
                            + " hints or the solution, or has worked on it %d times as long as it is"
                            + " meant to take. A pause counts as a quarter of an hour at most.")
                    .formatted(MANY_TRIES, LONG);

    private static final double SECONDS = 60;

    /// One student's standing with one exercise.
    private record Work(Student student, String number, Standing standing) {}

    static ClassExercises of(List<Student> students, Map<String, ExerciseText> texts) {
        return new ClassExercises(
                students.stream().filter(student -> !student.exercises().isEmpty()).toList(),
                texts);
    }

    Stream<Section> sections() {
        return students.isEmpty()
                ? Stream.of()
                : Stream.of(
                        new Section(
                                "exercises",
                                "Who is stuck, and where?",
                                READING,
                                List.of(),
                                Stream.of(stuckTable(), byExercise(), byStudent())
                                        .filter(DataTable::hasRows)
                                        .toList()));
    }

    Headline headline() {
        var stuck = stuck().map(work -> work.student().name()).distinct().toList();
        return new Headline(
                "Who is stuck with the exercises?",
                stuck.isEmpty() ? "Nobody." : "%d of %d.".formatted(stuck.size(), students.size()),
                stuck.isEmpty(),
                Stream.concat(stuck().map(this::sentence), Stream.of(done())).toList());
    }

    private String sentence(Work work) {
        return "%s in %s: %s."
                .formatted(
                        work.student().name(),
                        title(work.number()),
                        String.join(", ", facts(work)));
    }

    private static List<String> facts(Work work) {
        var standing = work.standing();
        return List.of(
                Figures.counted(standing.tries(), "try", "tries"),
                Figures.counted(standing.hints(), "hint", "hints"),
                "%.0f min".formatted(minutes(standing)));
    }

    private String done() {
        var counts =
                students.stream()
                        .map(student ->
                                (double)
                                        student.exercises().values().stream()
                                                .filter(Standing::done)
                                                .count())
                        .toList();
        return "Exercises done by a student: %s.".formatted(Units.spread(counts, Units::plain));
    }

    private Stream<Work> stuck() {
        return works().filter(this::isStuck);
    }

    private Stream<Work> works() {
        return students.stream()
                .flatMap(student ->
                        student.exercises().entrySet().stream()
                                .map(one -> new Work(student, one.getKey(), one.getValue())));
    }

    private boolean isStuck(Work work) {
        var standing = work.standing();
        return !standing.done()
                && (standing.tries() >= MANY_TRIES
                        || standing.solutionShown()
                        || text(work).filter(text -> isBeyond(text, standing)).isPresent());
    }

    private Optional<ExerciseText> text(Work work) {
        return Optional.ofNullable(texts.get(work.number()));
    }

    private static boolean isBeyond(ExerciseText text, Standing standing) {
        return standing.hints() >= text.hints().size() || minutes(standing) > LONG * text.minutes();
    }

    private static double minutes(Standing standing) {
        return standing.time().seconds() / SECONDS;
    }

    private String title(String number) {
        return texts.containsKey(number) ? number + " " + texts.get(number).title() : number;
    }

    private DataTable stuckTable() {
        var table =
                new DataTable(
                        "Stuck now",
                        2,
                        List.of("student", "exercise", "tries", "hints", "minutes", "last red"));
        for (var work : stuck().toList()) {
            table.row(
                    List.of(
                            work.student().name(),
                            title(work.number()),
                            Integer.toString(work.standing().tries()),
                            Integer.toString(work.standing().hints()),
                            "%.0f".formatted(minutes(work.standing())),
                            work.standing().lastRed().orElse("")));
        }
        return table;
    }

    private DataTable byExercise() {
        var table =
                new DataTable(
                        "Each exercise: tries, hints and minutes are medians, with the least and the most",
                        1,
                        List.of(
                                "exercise",
                                "begun",
                                "done",
                                "stuck",
                                "tries",
                                "hints",
                                "minutes",
                                "meant"));
        for (var number : works().map(Work::number).distinct().sorted().toList()) {
            var works = works().filter(work -> work.number().equals(number)).toList();
            table.row(
                    List.of(
                            title(number),
                            Integer.toString(works.size()),
                            Long.toString(
                                    works.stream().filter(it -> it.standing().done()).count()),
                            Long.toString(works.stream().filter(this::isStuck).count()),
                            spread(works, Standing::tries),
                            spread(works, Standing::hints),
                            spread(works, standing -> Math.round(minutes(standing))),
                            texts.containsKey(number)
                                    ? Integer.toString(texts.get(number).minutes())
                                    : ""));
        }
        return table;
    }

    private static String spread(List<Work> works, ToDoubleFunction<Standing> figure) {
        return Units.spread(
                works.stream().map(work -> figure.applyAsDouble(work.standing())).toList(),
                Units::plain);
    }

    private DataTable byStudent() {
        var numbers = works().map(Work::number).distinct().sorted().toList();
        var table =
                new DataTable(
                        "Each student: ✓ done, … begun, ! stuck, with the number of tries",
                        1,
                        Stream.concat(Stream.of("student"), numbers.stream()).toList());
        for (var student : students) {
            var cells = new ArrayList<>(List.of(student.name()));
            for (var number : numbers) {
                cells.add(
                        student.exercises().containsKey(number)
                                ? mark(new Work(student, number, student.exercises().get(number)))
                                : "");
            }
            table.row(cells);
        }
        return table;
    }

    private String mark(Work work) {
        var sign = work.standing().done() ? "✓" : isStuck(work) ? "!" : "…";
        return "%s %d".formatted(sign, work.standing().tries());
    }
}
