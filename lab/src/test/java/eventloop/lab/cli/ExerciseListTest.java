package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.Step;
import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.Notebook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseListTest {
    private static final Path COURSE = Path.of("..");

    @TempDir private Path student;

    @Test
    void aStepBeginsWithItsLesson() throws Exception {
        assertThat(next()).hasValue("read step01-blocking/README.md, then ./course exercise 1.1");
    }

    @Test
    void whoHasBegunTheExercisesOfAStepIsSentToTheNextOfThem() throws Exception {
        var first = Exercises.in(COURSE).numbered("1.1").orElseThrow();
        Notebook.in(student).note(first, standing -> standing.tried(Optional.of("a check")));

        assertThat(next()).hasValue("./course exercise 1.1");
    }

    private Optional<String> next() throws IOException {
        return new ExerciseList(Exercises.in(COURSE), Notebook.in(student).read())
                .whatIsNext(Step.in(COURSE));
    }
}
