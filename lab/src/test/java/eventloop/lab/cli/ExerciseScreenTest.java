package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.exercise.Attempt;
import eventloop.lab.study.exercise.Attempt.Chase;
import eventloop.lab.study.exercise.Attempt.Hunted;
import eventloop.lab.study.exercise.Attempt.NotCompiled;
import eventloop.lab.study.exercise.Attempt.Red;
import eventloop.lab.study.exercise.Attempt.Tested;
import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.Mistake;
import eventloop.lab.study.exercise.Notebook;
import eventloop.lab.study.exercise.Standing;
import eventloop.lab.study.exercise.jvm.Objection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseScreenTest {
    private static final Red RED =
            new Red(
                    "four at once wait for a fifth",
                    new Objection("30 ms", "20 ms", "PaperPool.java:14", "there are four threads"));

    private Exercises exercises;
    private Standing begun;

    @BeforeEach
    void openTheExercises(@TempDir Path empty) throws IOException {
        exercises = Exercises.in(Path.of(".."));
        begun = Notebook.in(empty).read().of(numbered("2.3"));
    }

    @Test
    void theFirstThingThatIsWrongIsShownAndTheNextCommand() {
        var attempt =
                new Tested(
                        List.of("one waits for nobody"),
                        Optional.of(RED),
                        2,
                        Map.of(),
                        List.of("here"));

        assertThat(shown("2.3", attempt, begun.tried(Optional.of("red"))))
                .containsSubsequence(
                        "  ✓ one waits for nobody",
                        "  ✗ four at once wait for a fifth",
                        "      expected  30 ms",
                        "      saw       20 ms  (PaperPool.java:14)",
                        "      why       there are four threads",
                        "      printed   here",
                        "  · 2 more after this one",
                        "  hint 1 of 3:  ./course exercise 2.3 --hint")
                .noneMatch(line -> line.contains("--solution"));
    }

    @Test
    void theSolutionIsOfferedAfterThreeTries() {
        var attempt = new Tested(List.of(), Optional.of(RED), 0, Map.of(), List.of());
        var red = Optional.of("red");

        assertThat(shown("2.3", attempt, begun.tried(red).tried(red).tried(red)))
                .contains("  solution:     ./course exercise 2.3 --solution");
    }

    @Test
    void aGuessStandsBesideWhatWasMeasured() {
        var measured = Map.of("times as long as the course's queue", "1.4");
        var attempt = new Tested(List.of("all"), Optional.empty(), 0, measured, List.of());

        assertThat(shown("4.2", attempt, begun.withGuess("1")))
                .contains(
                        "      times as long as the course's queue: 1.4  (you guessed 1: a good guess)");
        assertThat(shown("4.2", attempt, begun.withGuess("2,000")))
                .contains("      times as long as the course's queue: 1.4  (you guessed 2,000)");
    }

    @Test
    void whatDoesNotCompileIsPointedAt() {
        var mistake = new Mistake("PaperPool.java", 14, "    return arrival;", 12, "no such name");
        var attempt = new NotCompiled(List.of(mistake, mistake), true);

        assertThat(shown("2.3", attempt, begun))
                .containsSubsequence(
                        "  ✗ PaperPool.java:14 does not compile: no such name",
                        "      return arrival;",
                        "             ^",
                        "  · 1 more after this one");
    }

    @Test
    void underWhichCircumstancesABugShowsIsToldFromTheSecondHintOn() {
        var bugs = numbered("3.5").text().bugs();
        var attempt =
                new Hunted(
                        List.of(
                                new Chase(bugs.get(0), Optional.of(RED)),
                                new Chase(bugs.get(1), Optional.empty())));
        var caught = "  ✓ caught: nobody looks whether a full socket has room again";

        assertThat(shown("3.5", attempt, begun.withHints(1)))
                .containsSubsequence(caught, "  ✗ not caught", "  1 of 2 bugs caught");
        assertThat(shown("3.5", attempt, begun.withHints(2)))
                .containsSubsequence(
                        caught,
                        "  ✗ not caught: it shows when a client sends several requests at once",
                        "  1 of 2 bugs caught");
    }

    /// An interruption, which is what `@Timeout` sends, does not wake who reads from a socket.
    @Test
    void whoseTestDoesNotEndByItselfIsToldWhatEndsIt() {
        var bug = numbered("3.5").text().bugs().getFirst();
        var timeIsUp = new Red("reads on", new Objection("an end", "none", "", "", true));
        var attempt = new Hunted(List.of(new Chase(bug, Optional.of(timeIsUp))));

        assertThat(shown("3.5", attempt, begun))
                .anyMatch(line ->
                        line.startsWith("  ✓ caught: " + bug.name())
                                && line.contains("assertTimeoutPreemptively"));
    }

    @Test
    void whoHasNotBegunIsToldThatRedIsRight() {
        var attempt = new Tested(List.of(), Optional.of(RED), 2, Map.of(), List.of());

        assertThat(shown("2.3", attempt, begun, true))
                .contains("  Red is right here: this is where you begin.");
    }

    private Exercise numbered(String number) {
        return exercises.numbered(number).orElseThrow();
    }

    private List<String> shown(String number, Attempt attempt, Standing standing) {
        return shown(number, attempt, standing, false);
    }

    private List<String> shown(
            String number, Attempt attempt, Standing standing, boolean untouched) {
        var shown = new ByteArrayOutputStream();
        var out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        new ExerciseScreen(numbered(number), out)
                .show(attempt, standing, Duration.ofMillis(400), untouched);
        return shown.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
