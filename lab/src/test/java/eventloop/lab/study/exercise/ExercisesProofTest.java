package eventloop.lab.study.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every exercise is red as shipped for the stated reason, green when it is solved, and complete.
class ExercisesProofTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();

    private static Workshop workshop;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        workshop = QuickWorkshop.open(COURSE, exercises().getFirst(), directory);
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    static List<Exercise> exercises() throws IOException {
        var exercises = Exercises.in(COURSE);
        assertThat(exercises.unreadable()).isEmpty();
        return exercises.all();
    }

    /// What a student's code does not do within a second or two, an exercise takes for not done. On a machine that is busy
    /// with something else that may be wrong, so there is a second try.
    @ParameterizedTest
    @MethodSource("exercises")
    void teachesWhatItSays(Exercise exercise) throws IOException {
        var proof = new ExerciseProof(workshop);
        var faults = proof.faults(exercise);
        assertThat(faults.isEmpty() ? faults : proof.faults(exercise))
                .as("the first time: %s", faults)
                .isEmpty();
    }
}
