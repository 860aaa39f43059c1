package eventloop.lab.show.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of a made-up course.
class ClassSessionsTest {
    private static final String EXERCISE =
            """
            number: "3.10"
            title: The tenth of a step
            stars: 1
            minutes: 5
            file: Tenth.java
            hints: []
            explanation: ten is more than nine
            question: why?
            """;

    private static final String PLAN =
            """
            <!-- session: whole 10 exercise-3.10 -->
            <!-- end of session -->
            """;

    @TempDir private Path course;

    @Test
    void anExerciseIsNamedAndTimedByWhatIsSaidOfIt() throws Exception {
        var solution = course.resolve("exercises/src/solutions/java/tenth");
        Files.writeString(Files.createDirectories(solution).resolve("exercise.yaml"), EXERCISE);

        assertThat(new ClassSessions(course).refresh(PLAN))
                .contains("| 0:00 | 5 | exercise 3.10: The tenth of a step |");
    }
}
