package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.Exercises;
import eventloop.lab.study.exercise.Notebook;
import eventloop.lab.study.exercise.StudentFile;
import eventloop.lab.study.exercise.Workshop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ExerciseTriesTest {
    private static final int LONGEST = 120;

    @TempDir private Path course;

    @Test
    @Timeout(LONGEST)
    void whatIsSavedDuringTheFirstTryIsTriedNext() throws IOException {
        StudentsCourse.copyTo(course);
        var exercises = Exercises.in(course);
        var exercise = exercises.numbered("2.3").orElseThrow();
        new StudentFile(exercise).reset();
        var notebook = Notebook.in(course);
        var student = new QuickStudent(exercise);
        try (var workshop = Workshop.open(course)) {
            var out = new PrintStream(student, true, StandardCharsets.UTF_8);
            new ExerciseTries(exercise, exercises, notebook, workshop, out).watch(Instant.now());
        }

        assertThat(notebook.read().of(exercise).done()).isTrue();
        assertThat(student.toString(StandardCharsets.UTF_8))
                .containsSubsequence("not begun yet", "try 1", "Done, 0 hints.");
    }

    /// Saves what is right while the first verdict is still being told.
    private static final class QuickStudent extends ByteArrayOutputStream {
        private final Exercise exercise;

        private QuickStudent(Exercise exercise) {
            this.exercise = exercise;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (toString(StandardCharsets.UTF_8).contains("not begun yet")) {
                try {
                    Files.writeString(exercise.yours(), Files.readString(exercise.solution()));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }
}
