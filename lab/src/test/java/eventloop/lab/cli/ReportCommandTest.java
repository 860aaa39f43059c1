package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/eventloop/lab/show/report");

    @RegisterExtension private final InCourse inCourse = InCourse.ofTheTest();
    @RegisterExtension private final TypedCommands commands = new TypedCommands();
    @TempDir private Path course;

    @BeforeEach
    void standInACourse() throws Exception {
        Files.createDirectories(course.resolve("exercises/src/solutions/java"));
        inCourse.stand(course);
    }

    @Test
    void theNewestOfEachKindAreShownTogether() throws Exception {
        keep("2026-01-01T00-00-00", "compare.json");
        var claims = keep("2026-01-02T00-00-00", "claims.json");
        var comparison = keep("2026-01-02T00-00-00", "compare.json");
        Files.createDirectories(course.resolve("runs/2026-01-03T00-00-00"));

        assertThat(commands.run("report")).isZero();

        assertThat(commands.output().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(comparison + "/compare.json"),
                        line -> assertThat(line).contains(claims + "/claims.json"),
                        line -> assertThat(line).startsWith("open file:").contains("report.html"));
        assertThat(pages()).isEqualTo(1);
        assertThat(Files.readString(course.resolve("runs/report/report.html")))
                .contains("id=\"claims\"", "id=\"response-mean\"");
    }

    /// It has less to show than the last one that was not interrupted.
    @Test
    void interruptedRunIsShownOnlyIfThereIsNoOther() throws Exception {
        var interrupted = keep("2026-01-02T00-00-00", "claims.json");
        Files.move(
                interrupted.resolve("claims.json"), interrupted.resolve("claims-unfinished.json"));

        assertThat(commands.run("report")).isZero();
        assertThat(commands.output()).contains(interrupted + "/claims-unfinished.json");

        var complete = keep("2026-01-01T00-00-00", "claims.json");
        assertThat(commands.run("report")).isZero();
        assertThat(commands.output()).contains(complete + "/claims.json");
    }

    @Test
    void aPageOfSeveralRunsIsNoRunItself() throws Exception {
        keep("2026-01-01T00-00-00", "claims.json");

        assertThat(commands.run("report")).isZero();
        assertThat(commands.run("report")).isZero();

        assertThat(pages()).isEqualTo(1);
    }

    @Test
    void aNamedRunIsShownWhereItIs() throws Exception {
        var run = keep("mine", "compare.json");

        assertThat(commands.run("report", run.toString())).isZero();

        assertThat(run.resolve("report.html")).exists();
    }

    @Test
    void filesAreShownInARunOfTheirOwn() throws Exception {
        var comparison = EXAMPLES.resolve("compare.json").toString();
        var claims = EXAMPLES.resolve("claims.json").toString();

        assertThat(commands.run("report", comparison, claims)).isZero();

        assertThat(pages()).isEqualTo(1);
        assertThat(EXAMPLES.resolve("report.html")).doesNotExist();
    }

    @Test
    void severalMachinesAreMerged() throws Exception {
        var one = keep("one", "compare.json");
        var other = keep("other", "claims.json");

        assertThat(commands.run("report", "--merge", one.toString(), other.toString())).isZero();

        assertThat(pages()).isEqualTo(1);
    }

    @Test
    void aDamagedFileCostsOneLineThatNamesIt() throws Exception {
        var damaged = Files.writeString(course.resolve("damaged.json"), "{");

        assertThat(commands.run("report", "--merge", damaged.toString())).isEqualTo(2);

        assertThat(commands.errors().lines())
                .singleElement()
                .asString()
                .startsWith("course: ")
                .contains(damaged.toString());
    }

    @Test
    void withoutARunThereIsNothingToShow() {
        assertThat(commands.run("report")).isEqualTo(2);
        assertThat(commands.errors()).contains("./course compare makes one");
    }

    @Test
    void aMachineHasTheNameThatItIsGiven() throws Exception {
        var one = keep("one", "compare.json");
        var other = keep("other", "claims.json");

        assertThat(commands.run("report", "--merge", "소라=" + one, other.toString())).isZero();

        assertThat(Files.readString(page())).contains(">소라<", ">other<").doesNotContain(">one<");
    }

    @Test
    void whatAStudentExportsIsMergedUnderHisName() throws Exception {
        keep("2026-01-01T00-00-00", "claims.json");
        assertThat(commands.run("exercise", "--export", "소라")).isZero();
        assertThat(commands.run("exercise", "--export")).isZero();
        var damaged = Files.writeString(course.resolve("exercises-min.json"), "{");

        assertThat(
                        commands.run(
                                "report",
                                "--merge",
                                course.resolve("exercises-소라.json").toString(),
                                damaged.toString()))
                .isZero();

        assertThat(Files.readString(page())).contains(">소라<", "exercises-min.json is damaged");
        assertThat(commands.errors().lines())
                .singleElement()
                .asString()
                .contains(damaged.toString());
    }

    private Path page() throws Exception {
        try (var files = Files.walk(course.resolve("runs"))) {
            return files.filter(file -> file.endsWith("report.html")).findFirst().orElseThrow();
        }
    }

    private Path keep(String run, String file) throws Exception {
        var folder = Files.createDirectories(course.resolve("runs").resolve(run));
        Files.copy(EXAMPLES.resolve(file), folder.resolve(file));
        return folder;
    }

    private long pages() throws Exception {
        try (var files = Files.walk(course.resolve("runs"))) {
            return files.filter(file -> file.endsWith("report.html")).count();
        }
    }
}
