package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.server.Nobody;
import eventloop.lab.study.check.Cell;
import eventloop.lab.study.check.CheckResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @RegisterExtension private final InCourse inCourse = InCourse.ofTheTest();
    @TempDir private Path course;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream terminal = System.out;

    @BeforeEach
    void takeTheCourseAndTheTerminal() {
        inCourse.stand(course);
        System.setOut(new PrintStream(shown, true));
    }

    @AfterEach
    void giveTheTerminalBack() {
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

    @Test
    void whereNobodyListensThatIsSaid() throws Exception {
        Files.createDirectories(course.resolve("lab/site"));
        Files.writeString(course.resolve("lab/site/index.html"), "<title>The index</title>");
        var errors = new StringWriter();

        try (var nobody = new Nobody()) {
            int status =
                    Course.commandLine()
                            .setErr(new PrintWriter(errors))
                            .execute("check", "--port", String.valueOf(nobody.port()));

            assertThat(status).isEqualTo(1);
            assertThat(errors.toString())
                    .startsWith("course: nobody listens at " + nobody.address());
        }
    }

    @Test
    void optionsOfAPortNeedOne() {
        var errors = new StringWriter();

        int status = Course.commandLine().setErr(new PrintWriter(errors)).execute("check", "--all");

        assertThat(status).isEqualTo(2);
        assertThat(errors.toString())
                .startsWith("course: --slow, --request-timeout and --all go with --port");
    }
}
