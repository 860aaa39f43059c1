package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.Notebook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What a student gets to see, and when.
class ExerciseCommandTest {
    private static final String NUMBER = "2.3";
    private static final int NOT_YET = 1;

    @RegisterExtension private final InCourse inCourse = InCourse.ofTheTest();
    @TempDir private Path course;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream terminal = System.out;
    private Exercise exercise;
    private Notebook notebook;

    @BeforeEach
    void makeACourseOfOneExercise() throws IOException {
        var solution = Exercises.in(Path.of("..")).numbered(NUMBER).orElseThrow().solution();
        var folder = course.resolve(Path.of("..").relativize(solution.getParent()));
        Files.createDirectories(folder);
        for (var name : List.of("exercise.yaml", solution.getFileName().toString())) {
            Files.copy(solution.resolveSibling(name), folder.resolve(name));
        }
        exercise = Exercises.in(course).numbered(NUMBER).orElseThrow();
        notebook = Notebook.in(course);
        inCourse.stand(course);
        System.setOut(new PrintStream(shown, true));
    }

    @AfterEach
    void giveTheTerminalBack() {
        System.setOut(terminal);
    }

    @Test
    void eachTimeOneMoreHintIsShownUntilThereAreNoMore() throws Exception {
        int all = exercise.text().hints().size();
        for (int hints = 1; hints <= all; hints++) {
            assertThat(run("--hint")).isZero();
            assertThat(shown.toString())
                    .contains("hint %d of %d:".formatted(hints, all))
                    .doesNotContain("hint %d of %d:".formatted(hints + 1, all));
        }
        assertThat(run("--hint")).isZero();

        assertThat(notebook.read().of(exercise).hints()).isEqualTo(all);
    }

    @Test
    void theSolutionIsShownAfterThreeTries() throws Exception {
        for (int tries = 0; tries < 3; tries++) {
            expectNoSolution();
            notebook.note(exercise, standing -> standing.tried(Optional.of("a check")));
        }

        expectSolution("--solution");
    }

    @Test
    void theSolutionIsShownToWhoHasDoneIt() throws Exception {
        notebook.note(exercise, standing -> standing.tried(Optional.empty()));

        expectSolution("--solution");
    }

    @Test
    void theSolutionIsShownAtOnceToWhoInsists() throws Exception {
        expectSolution("--solution", "--force");
    }

    private void expectNoSolution() throws IOException {
        assertThat(run("--solution")).isEqualTo(NOT_YET);
        assertThat(shown.toString())
                .contains("after three tries", "./course exercise 2.3 --hint")
                .doesNotContain(reasons());
        assertThat(notebook.read().of(exercise).solutionShown()).isFalse();
    }

    private void expectSolution(String... options) throws IOException {
        assertThat(run(options)).isZero();
        assertThat(shown.toString()).contains(reasons());
        assertThat(notebook.read().of(exercise).solutionShown()).isTrue();
    }

    private String reasons() {
        return exercise.text().explanation().strip();
    }

    private int run(String... options) {
        var arguments = Stream.concat(Stream.of("exercise", NUMBER), Stream.of(options));
        return Course.commandLine().execute(arguments.toArray(String[]::new));
    }
}
