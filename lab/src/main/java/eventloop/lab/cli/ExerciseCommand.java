package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.server.Step;
import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.ExerciseText;
import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.Notebook;
import eventloop.lab.study.exercise.StudentFile;
import eventloop.lab.study.exercise.Workshop;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course exercise`: the exercises of the course, which check themselves.
@Command(
        name = "exercise",
        description = {
            "Lists the exercises; with N.M, compiles and tests what you have written for that one.",
            "A JVM stays warm behind it for 20 minutes, so that the next try takes a fraction of a second.",
            "Exit status: 0 if it is done, 1 if not yet."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ExerciseCommand implements Callable<Integer> {
    private static final int NOT_YET = 1;

    @Parameters(paramLabel = "N.M", arity = "0..1", description = "An exercise, such as 3.1.")
    private Optional<String> number = Optional.empty();

    @Option(names = "--task", description = "Shows what is to be done.")
    private boolean task;

    @Option(names = "--hint", description = "Shows one more hint.")
    private boolean hint;

    @Option(names = "--watch", description = "Tries again each time you save, until it is done.")
    private boolean watch;

    @Option(
            names = "--reset",
            description = "Begins anew. What you have written is kept in exercises/kept.")
    private boolean reset;

    @Option(
            names = "--solution",
            description =
                    "Shows the solution and its reasons, once it is done or after three tries.")
    private boolean solution;

    @Option(names = "--force", description = "With --solution: at once.")
    private boolean force;

    @Option(
            names = "--export",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "NAME",
            description =
                    "Writes exercises-NAME.json, which a teacher collects: your progress, guesses, answers, and what"
                            + " claims and compare have found here, under a name or nickname, which is kept for the"
                            + " next time.")
    private Optional<String> export = Optional.empty();

    @Option(names = "--cut", hidden = true, description = "For authors: cuts the starter anew.")
    private boolean cut;

    @Option(names = "--proof", hidden = true, description = "For authors: what the proof says.")
    private boolean proof;

    @Spec private CommandSpec spec;

    private final PrintStream out = System.out;
    private final Workshops workshops;
    private final Instant begun;

    /// Where it is tried. A workshop ends with the program that has opened it, which may go on after this command.
    interface Workshops {
        Workshop open(Path course) throws IOException;
    }

    /// In a JVM of its own.
    ExerciseCommand() {
        this(
                course -> {
                    EarlyEnd.prepare();
                    return Workshop.open(course);
                },
                ProcessHandle.current().info().startInstant().orElse(Instant.now()));
    }

    /// @param workshops where it is tried
    /// @param begun when the student has called
    ExerciseCommand(Workshops workshops, Instant begun) {
        this.workshops = workshops;
        this.begun = begun;
    }

    @Override
    public Integer call() throws IOException {
        check();
        var course = CourseDirectory.path().toAbsolutePath().normalize();
        var exercises = Exercises.in(course);
        var notebook = Notebook.in(course);
        notebook.putAsideIfBroken()
                .ifPresent(aside -> System.err.println("course: " + Notebook.words(aside)));
        if (export.isPresent()) {
            return export(course, notebook, export.get());
        }
        if (number.isEmpty()) {
            exercises.unreadable().forEach(sentence -> System.err.println("course: " + sentence));
            new ExerciseList(exercises, notebook.read())
                    .show(Step.in(course), spec.commandLine().getOut());
            return 0;
        }
        return one(numbered(exercises, number.get()), exercises, notebook, course);
    }

    private void check() {
        long ways =
                Stream.of(task, hint, watch, reset, solution, export.isPresent(), cut, proof)
                        .filter(isAsked -> isAsked)
                        .count();
        require(spec, ways <= 1, "one thing at a time: --task, --hint, --watch or another");
        require(
                spec,
                number.isPresent() || export.isPresent() || ways == 0,
                "which exercise? As in: ./course exercise 1.1 --task");
        require(
                spec,
                export.isEmpty() || number.isEmpty() && !ExerciseText.isNumber(export.get()),
                "--export is about all exercises, and takes no number");
        require(spec, !force || solution, "--force goes with --solution");
    }

    private Exercise numbered(Exercises exercises, String wanted) {
        return exercises
                .numbered(wanted)
                .orElseThrow(() ->
                        new ParameterException(
                                spec.commandLine(),
                                "there is no exercise %s; there are %s%s"
                                        .formatted(
                                                wanted,
                                                exercises.numbers(),
                                                unreadable(exercises))));
    }

    private static String unreadable(Exercises exercises) {
        return exercises.unreadable().stream()
                .map(sentence -> "; and " + sentence)
                .collect(Collectors.joining());
    }

    private int one(Exercise exercise, Exercises exercises, Notebook notebook, Path course)
            throws IOException {
        if (task) {
            out.print(Files.readString(exercise.task()));
            return 0;
        }
        if (hint) {
            return hint(exercise, notebook);
        }
        if (reset) {
            return reset(exercise);
        }
        if (solution) {
            return solution(exercise, notebook);
        }
        if (cut) {
            Files.createDirectories(exercise.yours().getParent());
            Files.writeString(exercise.yours(), new StudentFile(exercise).starter());
            return 0;
        }
        if (proof) {
            EarlyEnd.prepare();
            return ExerciseProofs.show(exercise, course, out) ? 0 : NOT_YET;
        }
        var workshop = workshops.open(course);
        workshop.warmUp();
        var tries = new ExerciseTries(exercise, exercises, notebook, workshop, out);
        return (watch ? tries.watch(begun) : tries.tryOnce(begun)) ? 0 : NOT_YET;
    }

    private int hint(Exercise exercise, Notebook notebook) throws IOException {
        var hints = exercise.text().hints();
        int next = Math.min(hints.size(), notebook.read().of(exercise).hints() + 1);
        notebook.note(exercise, standing -> standing.withHints(next));
        for (int i = 0; i < next; i++) {
            out.printf("hint %d of %d:  %s%n", i + 1, hints.size(), hints.get(i).strip());
        }
        return 0;
    }

    private int reset(Exercise exercise) throws IOException {
        var kept = new StudentFile(exercise).reset();
        kept.ifPresent(place ->
                out.println(
                        "what you had written is kept in exercises/kept/" + place.getFileName()));
        out.printf("%s is as it was at the start%n", exercise.yoursAsShown());
        return 0;
    }

    private int solution(Exercise exercise, Notebook notebook) throws IOException {
        if (!force && !notebook.read().of(exercise).maySeeSolution()) {
            out.printf(
                    "The solution is shown when it is done, or after three tries (--force shows it"
                            + " now).%nA hint first?  ./course exercise %s --hint%n",
                    exercise.number());
            return NOT_YET;
        }
        notebook.note(exercise, standing -> standing.withSolutionShown());
        out.println(ExerciseTries.solution(exercise));
        out.println(exercise.text().explanation().strip());
        return 0;
    }

    private int export(Path course, Notebook notebook, String name) throws IOException {
        var file = new ExerciseExport(course, notebook, spec).write(name);
        out.printf("%s is what your teacher collects%n", course.relativize(file));
        return 0;
    }
}
