package eventloop.lab.cli;

import eventloop.lab.measure.result.TypedNumber;
import eventloop.lab.study.exercise.Attempt;
import eventloop.lab.study.exercise.Attempt.Chase;
import eventloop.lab.study.exercise.Attempt.Red;
import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.ExerciseText.Predict;
import eventloop.lab.study.exercise.Mistake;
import eventloop.lab.study.exercise.Standing;
import eventloop.lab.study.exercise.jvm.Objection;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// What a student sees of one try: the first thing that is wrong, and the next command.
///
/// @param exercise that was tried
record ExerciseScreen(Exercise exercise, PrintStream out) {
    private static final int TITLE = 38;
    private static final int MOST_PRINTED = 5;

    void show(Attempt attempt, Standing standing, Duration time, boolean untouched) {
        head(untouched ? "not begun yet" : "try " + standing.tries(), time);
        switch (attempt) {
            case Attempt.NothingThere _ -> nothingThere();
            case Attempt.NotCompiled(var mistakes, var isYours) -> mistakes(mistakes, isYours);
            case Attempt.Tested tested -> tested(tested, standing);
            case Attempt.Hunted hunted -> hunted(hunted, standing);
        }
        if (!attempt.isDone()) {
            next(standing, untouched);
        }
    }

    private void head(String which, Duration time) {
        var title = exercise.number() + "  " + exercise.text().title();
        out.printf("%-" + TITLE + "s %s · %.1f s%n", title, which, time.toMillis() / 1000.0);
        out.printf("     your file: %s%n%n", exercise.yoursAsShown());
    }

    private void nothingThere() {
        out.println("  ✗ there is nothing in your file, or it is gone");
        out.printf("      to begin anew:  ./course exercise %s --reset%n", exercise.number());
    }

    private void mistakes(List<Mistake> mistakes, boolean isYours) {
        var first = mistakes.getFirst();
        out.printf("  ✗ %s:%d does not compile: %s%n%n", first.file(), first.line(), first.words());
        var code = first.code().replace('\t', ' ');
        out.printf("      %s%n", code.strip());
        long before = code.chars().takeWhile(Character::isWhitespace).count();
        if (first.column() > before) {
            out.printf("      %s^%n", " ".repeat((int) (first.column() - 1 - before)));
        }
        if (!isYours) {
            out.printf(
                    "      this line does not stand in your %s; if it was given to you: has something"
                            + " of yours that it uses got another name or type?%n",
                    exercise.text().file());
        }
        if (mistakes.size() > 1) {
            out.printf("  · %d more after this one%n", mistakes.size() - 1);
        }
    }

    private void tested(Attempt.Tested tested, Standing standing) {
        tested.passed().forEach(check -> out.println("  ✓ " + check));
        tested.measured().forEach((figure, value) -> measured(figure, value, standing));
        tested.red().ifPresent(red -> red(red, tested));
    }

    private void measured(String figure, String value, Standing standing) {
        var guess =
                exercise.text()
                        .predict()
                        .filter(predict -> predict.figure().equals(figure))
                        .flatMap(predict -> standing.guess().map(it -> guess(predict, it, value)))
                        .orElse("");
        out.printf("      %s: %s%s%n", figure, value, guess);
    }

    private static String guess(Predict predict, String guessed, String value) {
        boolean isGood =
                predict.within()
                        .filter(factor -> isWithin(factor, number(guessed), number(value)))
                        .isPresent();
        return "  (you guessed %s%s)".formatted(guessed, isGood ? ": a good guess" : "");
    }

    private static boolean isWithin(double factor, double one, double other) {
        return Math.max(one, other) <= factor * Math.min(one, other);
    }

    /// @return not a number if it is words
    private static double number(String words) {
        return TypedNumber.of(words).orElse(Double.NaN);
    }

    private void red(Red red, Attempt.Tested tested) {
        out.println("  ✗ " + red.check());
        objection(red.objection());
        // Of a stack trace what it says: its frames, which come last, would crowd that out.
        var printed = tested.printed().stream().filter(line -> !line.startsWith("\tat ")).toList();
        printed.stream()
                .skip(Math.max(0, printed.size() - MOST_PRINTED))
                .forEach(line -> out.println("      printed   " + line));
        if (tested.unseen() > 0) {
            out.printf("  · %d more after this one%n", tested.unseen());
        }
        if (exercise.isHunt()) {
            out.println(
                    "  No bug has been looked for yet: that takes a test that is green on the right code.");
        }
    }

    private void objection(Objection objection) {
        var where = objection.where().isEmpty() ? "" : "  (" + objection.where() + ")";
        line("expected", objection.expected());
        line("saw", objection.saw() + where);
        line("why", objection.why());
    }

    private void line(String word, String text) {
        if (!text.isEmpty()) {
            out.printf("      %-9s %s%n", word, text);
        }
    }

    private void hunted(Attempt.Hunted hunted, Standing standing) {
        out.println("  ✓ your test is green on the right code");
        for (var chase : hunted.chases()) {
            out.println(chase.isKilled() ? killed(chase) : alive(chase, standing));
        }
        out.printf("  %d of %d bugs caught%n", hunted.killed(), hunted.chases().size());
    }

    private static String killed(Chase chase) {
        boolean isTimeUp = chase.red().filter(red -> red.objection().isTimeUp()).isPresent();
        return "  ✓ caught: %s%s"
                .formatted(
                        chase.bug().name(),
                        isTimeUp
                                ? "  (your test did not end by itself: assertTimeoutPreemptively"
                                        + " makes it red)"
                                : "");
    }

    /// What is wrong would give the answer away; under which circumstances it shows, from the second hint on.
    private static String alive(Chase chase, Standing standing) {
        return standing.hints() > 1
                ? "  ✗ not caught: it shows when " + chase.bug().clue()
                : "  ✗ not caught";
    }

    private void next(Standing standing, boolean untouched) {
        out.println();
        if (untouched) {
            out.println("  Red is right here: this is where you begin.");
        }
        int hints = exercise.text().hints().size();
        if (standing.hints() < hints) {
            out.printf(
                    "  hint %d of %d:  ./course exercise %s --hint%n",
                    standing.hints() + 1, hints, exercise.number());
        }
        if (standing.maySeeSolution()) {
            out.printf("  solution:     ./course exercise %s --solution%n", exercise.number());
        }
        showLive();
    }

    void showLive() {
        if (Files.exists(exercise.live())) {
            out.printf(
                    "  see it live:  ./course run %d --exercise %s%n",
                    exercise.step(), exercise.number());
        }
    }
}
