package eventloop.lab.cli;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.exercise.Attempt;
import eventloop.lab.study.exercise.Cut;
import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.Notebook;
import eventloop.lab.study.exercise.Standing;
import eventloop.lab.study.exercise.StudentFile;
import eventloop.lab.study.exercise.Workshop;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A student's tries at one exercise: the task before the first, the verdict after each, and the reasons in the end.
final class ExerciseTries {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Exercise exercise;
    private final Exercises exercises;
    private final Notebook notebook;
    private final PrintStream out;
    private final Workshop workshop;
    private final BufferedReader in = Terminal.typed();

    ExerciseTries(
            Exercise exercise,
            Exercises exercises,
            Notebook notebook,
            Workshop workshop,
            PrintStream out) {
        this.exercise = exercise;
        this.exercises = exercises;
        this.notebook = notebook;
        this.workshop = workshop;
        this.out = out;
    }

    /// @param begin when the student has called
    /// @return whether it is done
    boolean tryOnce(Instant begin) throws IOException {
        boolean asked = explainAtFirst();
        return attempt(asked ? Instant.now() : begin);
    }

    /// Again with each save, until it is done.
    boolean watch(Instant begin) throws IOException {
        var file = new StudentFile(exercise);
        // What is saved during a try has not been tried.
        var seen = file.content();
        boolean done = tryOnce(begin);
        while (!done) {
            out.printf("%n  waiting for you to save %s (Ctrl-C ends)%n", exercise.text().file());
            seen = nextSaved(file, seen);
            out.println();
            done = attempt(Instant.now());
        }
        return true;
    }

    /// What two looks in a row agree on: an editor may empty a file before it writes it.
    private static String nextSaved(StudentFile file, String before) throws IOException {
        var last = before;
        var now = file.content();
        while (now.equals(before) || !now.equals(last)) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            last = now;
            now = file.content();
        }
        return now;
    }

    /// @return whether somebody has been asked, which takes a time that is not the tool's
    private boolean explainAtFirst() throws IOException {
        var standing = notebook.read().of(exercise);
        if (standing.tries() > 0) {
            return false;
        }
        out.println(Files.readString(exercise.task()).strip());
        out.println();
        boolean isToGuess = exercise.text().predict().isPresent() && standing.guess().isEmpty();
        if (!isToGuess || !Terminal.isThere()) {
            return false;
        }
        out.printf("  Before you begin, a guess: %s%n", exercise.text().predict().get().question());
        var guess = answer();
        if (guess.isPresent()) {
            notebook.note(exercise, it -> it.withGuess(guess.get()));
        }
        out.println();
        return true;
    }

    private boolean attempt(Instant begin) throws IOException {
        boolean untouched = new StudentFile(exercise).isUntouched();
        var attempt = workshop.attempt(exercise);
        var time = Duration.between(begin, Instant.now());
        // Who looks at the starter has tried nothing, but begins to work on it.
        var standing = notebook.note(exercise, it -> untouched ? it : noted(it, attempt));
        new ExerciseScreen(exercise, out).show(attempt, standing, time, untouched);
        if (attempt.isDone()) {
            finish(standing);
        }
        return attempt.isDone();
    }

    private Standing noted(Standing before, Attempt attempt) {
        var after = before.tried(red(attempt));
        var figure = exercise.text().predict().map(predict -> predict.figure());
        return attempt instanceof Attempt.Tested tested
                ? figure.map(tested.measured()::get).map(after::withMeasured).orElse(after)
                : after;
    }

    private static Optional<String> red(Attempt attempt) {
        return switch (attempt) {
            case Attempt.NothingThere _ -> Optional.of("no file");
            case Attempt.NotCompiled _ -> Optional.of("does not compile");
            case Attempt.Tested tested -> tested.red().map(Attempt.Red::check);
            case Attempt.Hunted hunted ->
                    hunted.isDone()
                            ? Optional.empty()
                            : Optional.of(
                                    "%d of %d bugs caught"
                                            .formatted(hunted.killed(), hunted.chases().size()));
        };
    }

    private void finish(Standing standing) throws IOException {
        var text = exercise.text();
        out.printf("%n  Done, %s.%n%n", Figures.counted(standing.hints(), "hint", "hints"));
        text.explanation().strip().lines().forEach(line -> out.println("  " + line));
        out.println();
        new ExerciseScreen(exercise, out).showLive();
        if (Terminal.isThere() && standing.answer().isEmpty()) {
            out.printf("  In one sentence: %s%n", text.question());
            var sentence = answer();
            if (sentence.isPresent()) {
                notebook.note(exercise, it -> it.withAnswer(sentence.get()));
            }
        }
        var next = new ExerciseList(exercises, notebook.read()).next();
        out.printf(
                "  kept in %s%s%n",
                exercise.module().getParent().relativize(notebook.file()),
                next.map(it -> " · next: " + ExerciseList.command(it)).orElse(""));
    }

    private Optional<String> answer() throws IOException {
        out.print("  > ");
        out.flush();
        return Optional.ofNullable(in.readLine()).map(String::strip).filter(it -> !it.isEmpty());
    }

    /// What stands in the solution where the student writes.
    static String solution(Exercise exercise) throws IOException {
        return String.join("\n", Cut.regions(Files.readString(exercise.solution())));
    }
}
