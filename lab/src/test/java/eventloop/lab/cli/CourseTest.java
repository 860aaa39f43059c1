package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.study.claims.ClaimsResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {
    @RegisterExtension private final InCourse inCourse = InCourse.ofThisCheckout();
    @RegisterExtension private final TypedCommands commands = new TypedCommands();

    @ParameterizedTest
    @CsvSource({
        "dance, 'there is no command ''dance''; there are: run, test, help'",
        "compare 8, there is no step 8; there are 1 to 7",
        "compare --clients 1M, is no number of clients",
        "compare --rounds 0, --rounds must be from 1 to 100",
        "compare --root nowhere, --root: there is no such directory as nowhere",
        "compare --rate 200000 --seconds 3600, --rate times --seconds must be from 100 to 5000000",
        "compare --rate 1 --seconds 0.5, --rate times --seconds must be from 100 to 5000000",
        "compare --rate 1000000, --rate must be from 1 to 200000",
        "compare --save ../elsewhere, '--save takes letters, digits'",
        "check 8, there is no step 8; there are 1 to 7",
        "check --save ../elsewhere, '--save takes letters, digits'",
        "check --port 0, --port must be from 1 to 65535",
        "check --step 3, --step goes with --port",
        "check 3 --port 8080, --port checks one server",
        "check --port 8080 --step 8, there is no step 8; there are 1 to 7",
        "ask index.html, PATH begins with /",
        "ask / --times 0, --times must be from 1 to 100000",
        "ask / --count 2, --count and --in-one-go go with --beside",
        "ask / --port 99999, --port must be from 1 to 65535",
        "ask / --slowly, Unknown option: '--slowly'",
        "idle 20000, for more clients: ./course vast",
        "idle many, 'Invalid value for positional parameter at index 0 (N): ''many'' is not an int'",
        "vast --with apache, '--with takes node, nginx and none'",
        "vast --ends 8, there is no step 8; there are 1 to 7",
        "vast --add, --add goes with --save",
        "claims h01, H01 is told by ./course vast",
        "vast --only-ends --ends none, leaves nothing to measure",
        "vast --ends six, takes numbers of steps",
        "exercise 9.9, there is no exercise 9.9; there are 1.1",
        "exercise 1.1 --task --reset, one thing at a time",
        "exercise --export 3.1, '--export is about all exercises, and takes no number'",
        "exercise 1.1 --force, goes with --solution",
        "jmeter --address 10.0.0.1, --address says where",
        "jmeter --agree --rate 7, for a load of yours",
        "jmeter 3 --at 127.0.0.1:8080, '--at loads one server that is running, and takes no steps'",
        "jmeter --engines 127.0.0.1:1099, --engines goes with --at",
        "jmeter --at my_server:8080, --at takes HOST:PORT",
        "jmeter --at a:0, --at takes HOST:PORT",
        "jmeter --agree --engine 1099, --agree has servers and a load of its own",
        "jmeter --engine 65535, '--engine takes a port from 1 to 65534, and the next one as well'",
        "slides --pdf --no-browser, '--pdf prints them, and opens no browser anyway'",
        "slides --pdf ., is a folder",
        "ask /안녕.html, for all that is not ASCII",
        "compare --with foo, there is no server 'foo'; there are: virtual",
        "vast --rate 0, --rate must be from 1 to 100000",
        "vast --seconds NaN, --seconds must be from 1 to 3600",
        "bundle nowhere/course.zip, FILE: there is no folder",
        "bundle ., is a folder",
        "vast --rate 1 --seconds 1, --rate times --seconds must be from 100 to 5000000",
        "vast --rate 100000 --seconds 3600, --rate times --seconds must be from 100 to 5000000",
        "vast --only-ends --clients 50K, '--only-ends measures no level, and takes no --clients'",
        "record step09, 'there is no lesson ''step09''; there are: course, step01, step02'",
        "jmh one, steps are numbers",
        "claims C99, there is no claim C99; there are C01"
    })
    void whatCannotBeCostsOneLineAndTheUsage(String arguments, String message) {
        int status = commands.run(arguments.split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(commands.errors().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("course: ").contains(message),
                        line -> assertThat(line).startsWith("usage: ./course "));
    }

    @Test
    void siteWithoutAFileToAskForIsNotCompared(@TempDir Path site) throws Exception {
        Files.writeString(site.resolve(".hidden"), "not to be asked for");

        assertThat(commands.run("compare", "--root", site.toString())).isEqualTo(2);
        assertThat(commands.errors())
                .contains("--root: there is no file below 1 MiB to ask for in " + site);
    }

    @Test
    void unknownOptionIsNamed() {
        assertThat(commands.run("compare", "--speed")).isEqualTo(2);
        assertThat(commands.errors()).contains("--speed");
    }

    /// What looks like a verdict must be one: 1 and 2 are what `claims` has found out.
    @Test
    void whatTheLabItselfCannotDoIsNoVerdict(@TempDir Path empty) {
        inCourse.stand(empty);

        assertThat(commands.run("claims")).isEqualTo(70);
        assertThat(commands.errors()).startsWith("course: there is no ").contains("claims.yaml");
    }

    @Test
    void whatNoCommandExpectsCostsOneLineAndKeepsItsTrace(@TempDir Path course) throws Exception {
        inCourse.stand(course);
        Files.createDirectory(course.resolve("target"));
        Files.writeString(course.resolve("target/check-site"), "where a folder should be");
        Files.createDirectory(course.resolve("step03-unbuilt"));

        assertThat(commands.run("check")).isEqualTo(70);

        assertThat(commands.errors().lines())
                .singleElement()
                .asString()
                .startsWith("course: ")
                .contains("error.log");
        assertThat(course.resolve("target/error.log")).content().contains("\tat eventloop.lab.");
    }

    @Test
    void planThatIsAskedForIsTheAnswer() {
        assertThat(commands.run("vast", "--plan", "--with", "none", "--clients", "1K")).isZero();

        assertThat(commands.output()).contains("This machine: ", "step07-zerocopy");
    }

    /// The launcher has said on the terminal what is missing.
    @Test
    void withoutMavenNothingIsSaidASecondTime(@TempDir Path course) throws Exception {
        inCourse.stand(course);
        Files.writeString(course.resolve("course"), "exit 2");

        assertThat(commands.run("format")).isEqualTo(70);

        assertThat(commands.errors()).isEmpty();
        assertThat(course.resolve("target")).doesNotExist();
    }

    @Test
    void buildThatFailsCostsTheLineThatSaysWhereMavenSaysWhy(@TempDir Path course)
            throws Exception {
        inCourse.stand(course);
        Files.writeString(course.resolve("course"), "echo false");
        Files.createDirectory(course.resolve("step07-unbuilt"));
        Files.createFile(course.resolve("pom.xml"));
        Files.createDirectories(course.resolve("lab/jmeter/src/main"));
        Files.createFile(course.resolve("lab/jmeter/pom.xml"));

        assertThat(commands.run("jmeter")).isEqualTo(70);

        assertThat(commands.errors())
                .isEqualToIgnoringNewLines(
                        "course: JMeter cannot be had; Maven's output is in lab/jmeter/target/build.log");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "compare --with none", "speed"})
    void whereNoResultCanBeKeptNoneIsMade(String arguments, @TempDir Path course) throws Exception {
        inCourse.stand(course);
        Files.writeString(course.resolve("runs"), "where folders should be");

        assertThat(commands.run(arguments.split(" "))).isEqualTo(70);

        assertThat(commands.errors())
                .isEqualToIgnoringNewLines(
                        ("course: cannot write to %s/runs, where results are kept: copy the course to a folder of your own,"
                                        + " or, if root has worked in yours: sudo chown -R $(id -un) .")
                                .formatted(course));
    }

    @Test
    void toWhatWasMeasuredOnAnotherMachineNothingIsAdded(@TempDir Path course) throws Exception {
        inCourse.stand(course);
        var results = Files.createDirectories(course.resolve("lab/results"));
        Files.copy(Path.of("claims.yaml"), course.resolve("lab/claims.yaml"));
        var there = new Provenance(Instant.EPOCH, "chip", 0, 1, "Linux", "JDK", "c", "./course");
        var kept = new ClaimsResult(there, List.of());
        Files.writeString(results.resolve("mine.json"), Json.indented(kept));

        assertThat(commands.run("claims", "C02", "--save", "mine", "--add")).isEqualTo(2);

        assertThat(commands.errors().lines().findFirst().orElseThrow())
                .startsWith("course: --add: what is kept was measured under other conditions: ")
                .contains(", not chip)", ", not 0)", ", not JDK)");
    }
}
