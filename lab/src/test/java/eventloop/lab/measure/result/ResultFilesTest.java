package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
    @TempDir private Path course;

    @Test
    void twoRunsOfOneSecondDoNotShareAFolder() throws Exception {
        var files = new ResultFiles(course);

        Set<Path> runs = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            runs.add(files.newRun());
        }

        assertThat(runs).hasSize(20).allMatch(run -> run.startsWith(course.resolve("runs")));
    }

    /// Before anything is measured that could not be kept.
    @Test
    void aCourseThatTakesNoResultsIsToldAtOnce() throws Exception {
        var runs = Files.writeString(course.resolve("runs"), "no directory");

        assertThatThrownBy(new ResultFiles(course)::claimPlace)
                .isInstanceOf(NoPlaceException.class)
                .hasMessageContaining(runs.toString());
    }

    @Test
    void whatIsSavedCanBeRead() throws Exception {
        var files = new ResultFiles(course);

        files.save("primes", List.of(2, 3, 5));

        assertThat(files.read("primes", int[].class)).containsExactly(2, 3, 5);
    }

    @Test
    void nothingIsFoundUnderANameThatNothingWasSavedUnder() throws Exception {
        var files = new ResultFiles(course);

        files.save("primes", List.of(2, 3, 5));

        assertThat(files.find("primes", int[].class))
                .hasValueSatisfying(primes -> assertThat(primes).contains(5));
        assertThat(files.find("squares", int[].class)).isEmpty();
    }
}
