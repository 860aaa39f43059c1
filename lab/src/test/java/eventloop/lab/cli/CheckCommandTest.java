package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Json;
import eventloop.lab.study.check.Cell;
import eventloop.lab.study.check.CheckResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir private Path course;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream terminal = System.out;

    @BeforeEach
    void takeTheCourseAndTheTerminal() {
        System.setProperty("course.directory", course.toString());
        System.setOut(new PrintStream(shown, true));
    }

    @AfterEach
    void giveThemBack() {
        System.clearProperty("course.directory");
        System.setOut(terminal);
    }

    /// A step without a jar fails every check, and no step is expected to.
    @Test
    void serversThatAreNotAsExpectedMakeTheExitStatusOne() throws Exception {
        Files.createDirectory(course.resolve("step03-unbuilt"));

        int status = Course.commandLine().execute("check", "--save", "unbuilt");

        assertThat(status).isEqualTo(1);
        assertThat(shown.toString()).contains("step03-unbuilt ended at once");
        var result = Files.readString(course.resolve("lab/results/unbuilt.json"));
        assertThat(Json.read(result, CheckResult.class).cells())
                .isNotEmpty()
                .allMatch(Cell::isSurprise);
    }
}
