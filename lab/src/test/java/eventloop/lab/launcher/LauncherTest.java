package eventloop.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher, in a made-up course on a made-up machine: programs that only say how they were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "course");
    private static final Path MAP = Path.of("src/main/resources/eventloop/lab/cli/map.txt");
    private static final Path SERVER_FLAGS =
            Path.of("src/main/resources/eventloop/lab/measure/server/server.jvm");

    @TempDir private Path machine;
    private Path course;
    private Path programs;

    @BeforeEach
    void makeCourseAndMachine() throws Exception {
        course = Files.createDirectory(machine.toRealPath().resolve("the course, #1 100%"));
        Files.copy(LAUNCHER, course.resolve("course"));
        write(course.resolve("pom.xml"), "");
        write(course.resolve("lab/pom.xml"), "");
        for (var file : List.of(MAP, SERVER_FLAGS)) {
            write(course.resolve("lab").resolve(file), Files.readString(file));
        }
        write(course.resolve("step01-one/src/main/java/Main.java"), "");
        write(course.resolve("step01-one/pom.xml"), "");
        write(course.resolve("lab/site/large/16MiB.bin"), "");
        programs = Files.createDirectory(machine.resolve("programs"));
        program(programs.resolve("java"), "echo 'openjdk version \"17.0.15\"' >&2");
        program(programs.resolve("javac"), "");
        program(
                programs.resolve("mvn"),
                """
                case $1 in
                  -version) echo 'Apache Maven 3.9.1 (something)' ;;
                  *)
                    echo "$JAVA_HOME $(command -v java) $*" >>built-with
                    mkdir -p lab/target step01-one/target
                    echo jar >lab/target/lab.jar
                    echo jar >step01-one/target/step01-one.jar ;;
                esac\
                """);
        program(programs.resolve("locale"), "echo ANSI_X3.4-1968");
    }

    @Test
    void withoutAJdk25OneLineSaysWhatToInstall() throws Exception {
        var end = run("run", "1");

        assertThat(end.status()).isEqualTo(2);
        assertThat(end.output().lines())
                .singleElement()
                .asString()
                .contains("needs a JDK 25 or newer", "install");
    }

    /// Java would find no file in its jars there, or not even a class.
    @ParameterizedTest
    @ValueSource(strings = {"java!", "java!/course", "java: a course"})
    void folderThatJavaCannotUseIsRefusedInOneLine(String folder) throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        var there = machine.resolve(folder);
        Files.createDirectories(there.getParent());
        course = Files.move(course, there);

        var end = run("run", "1");

        assertThat(end.status()).isEqualTo(2);
        assertThat(end.output().lines()).singleElement().asString().contains("rename it");
    }

    /// Shells take the other ends of lines for a part of the command.
    @Test
    void itsLinesEndAsShellsWantThemOnEverySystem() throws Exception {
        assertThat(Files.readString(LAUNCHER)).doesNotContain("\r");
        assertThat(Files.readAllLines(Path.of("..", ".gitattributes")))
                .contains("* text=auto eol=lf");
    }

    @Test
    void jreWithoutACompilerIsNoJdk() throws Exception {
        jdk("usr/lib/jvm/jre-25", "25.0.3");
        Files.delete(machine.resolve("usr/lib/jvm/jre-25/bin/javac"));

        assertThat(run("run", "1").status()).isEqualTo(2);
    }

    @Test
    void findsTheJdk25BesideAnOlderOne() throws Exception {
        jdk("usr/lib/jvm/java-17", "17.0.15");
        jdk("usr/lib/jvm/java-25", "25.0.3");

        assertThat(run("run", "1").output()).contains("usr/lib/jvm/java-25");
    }

    @Test
    void findsAJdkByItsVariable() throws Exception {
        jdk("unusual place", "26");
        var there = machine.resolve("unusual place").toString();

        var end = run(Map.of("JAVA26_HOME", there), "run", "1");

        assertThat(end.output()).contains("unusual place");
    }

    /// Of a variable that is not set an empty name is left, and that one stands for the root of the machine.
    @Test
    void rootOfTheMachineIsNotTakenForAJdk() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        var read = machine.toRealPath().resolve("read");
        program(
                programs.resolve("sed"),
                "echo \"$*\" >>'%s'; exec /usr/bin/sed \"$@\"".formatted(read));

        run("run", "1");

        assertThat(read).content().contains("java-25/release").doesNotContain(" /release");
    }

    @Test
    void serverTakesTheLaunchersPlaceWithTheCoursesSiteAndTheUsersOptions() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        var end = run("run", "1", "--port", "0");

        assertThat(end.status()).isEqualTo(7);
        assertThat(end.output())
                .endsWith(
                        "@%1$s/lab/%2$s -jar %1$s/step01-one/target/step01-one.jar --root %1$s/lab/site --port 0\n"
                                .formatted(course, SERVER_FLAGS));
    }

    @Test
    void helpOfRunTellsTheFlagsOfTheLab() throws Exception {
        assertThat(run("run", "--help").output()).contains(Step.JVM_FLAGS);
    }

    @Test
    void thereIsNoStepBeyondTheLast() throws Exception {
        var end = run("run", "9");

        assertThat(end.status()).isEqualTo(2);
        assertThat(end.output().lines()).singleElement().asString().contains("there are 1 to 7");
    }

    @Test
    void anExerciseThatIsNotNamedCostsOneLine() throws Exception {
        var end = run("run", "1", "--exercise");

        assertThat(end.status()).isEqualTo(2);
        assertThat(end.output().lines()).singleElement().asString().contains("which exercise?");
    }

    @Test
    void everythingElseIsACommandOfTheLab() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        assertThat(run("dance", "--slowly").output())
                .endsWith("-jar %s/lab/target/lab.jar dance --slowly\n".formatted(course));
    }

    /// One that is not installed has a good name and yields ASCII all the same.
    @ParameterizedTest
    @CsvSource({"LC_ALL, C", "LC_ALL, ''", "LANG, ko_KR.UTF-8"})
    void serversSpeakUtf8WhateverTheLocaleYields(String variable, String locale) throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        assertThat(run(Map.of(variable, locale), "run", "1").output()).contains("speaks C.UTF-8");
    }

    @Test
    void localeThatYieldsUtf8IsLeftAsItIs() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        program(programs.resolve("locale"), "echo UTF-8");

        assertThat(run(Map.of("LANG", "ko_KR"), "run", "1").output()).contains("speaks \n");
    }

    @Test
    void localeThatIsInstalledIsTaken() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        program(
                programs.resolve("locale"),
                "[ $1 = -a ] && printf 'C\\nen_US.utf8\\n' || echo ANSI_X3.4-1968");

        assertThat(run("run", "1").output()).contains("speaks en_US.utf8");
    }

    /// The machine that has the terminal has sent the name along.
    @Test
    void labLearnsWhatTheTerminalCanShow() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        assertThat(run(Map.of("LC_ALL", "C"), "check").output())
                .contains("-Dstdout.encoding=ANSI_X3.4-1968");
        assertThat(run(Map.of("LANG", "ko_KR.UTF-8"), "check").output())
                .contains("-Dstdout.encoding=UTF-8");
    }

    @Test
    void buildsOnceAndThenOnlyWhatHasChanged() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        run("run", "1");
        assertThat(builds()).isEqualTo(1);
        run("run", "1");
        assertThat(builds()).isEqualTo(1);
        write(source(), "// another");
        run("run", "1");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void whatAStudentWritesMakesNothingStale() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        run("run", "1");
        write(course.resolve("exercises/src/main/java/Yours.java"), "not even Java");
        run("run", "1");
        assertThat(builds()).isEqualTo(1);
    }

    /// An unpacked archive has files of last year, and some clocks are ahead.
    @ParameterizedTest
    @ValueSource(ints = {-365, 0, 365})
    void whatIsInAFileCountsAndNotItsTime(int days) throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        var time = FileTime.from(Instant.now().plus(Duration.ofDays(days)));

        run("run", "1");
        Files.setLastModifiedTime(source(), time);
        run("run", "1");
        assertThat(builds()).isEqualTo(1);
        write(source(), "// a solution");
        Files.setLastModifiedTime(source(), time);
        run("run", "1");
        assertThat(builds()).isEqualTo(2);
    }

    /// Maven would leave them as they are, if the source is older.
    @Test
    void classesOfOtherSourcesAreRemovedBeforeMavenLooksAtThem() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        run("run", "1");
        var old = course.resolve("step01-one/target/classes/Main.class");
        var others = course.resolve("lab/target/classes/Main.class");
        write(old, "");
        write(others, "");

        write(source(), "// a solution");
        run("run", "1");

        assertThat(old).doesNotExist();
        assertThat(others).exists();
    }

    /// Maven takes a module for up to date that was not compiled against the new one before it.
    @Test
    void whatABuildHasLeftThatWasBrokenOffIsBuiltAnew() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        var maven = programs.resolve("mvn");
        var works = Files.readString(maven);
        run("run", "1");
        write(source(), "// another constant");
        program(maven, "[ \"$1\" = -version ] && echo 'Apache Maven 3.9.1' || exit 1");
        run("run", "1");
        var others = course.resolve("lab/target/classes/Main.class");
        write(others, "");

        Files.writeString(maven, works);
        run("run", "1");

        assertThat(others).doesNotExist();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void productThatIsMissingOrOfAnotherBuildIsBuiltAnew() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        var jar = course.resolve("step01-one/target/step01-one.jar");

        run("run", "1");
        Files.delete(jar);
        run("run", "1");
        assertThat(builds()).isEqualTo(2);
        write(jar, "of another branch");
        run("run", "1");
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void symbolicLinkToTheLauncherIsTheLauncher() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        var chain = Files.createSymbolicLink(machine.resolve("chain"), course.resolve("course"));
        var link = Files.createSymbolicLink(machine.resolve("link"), chain.getFileName());

        var end = run(link, Map.of(), "run", "1");

        assertThat(end.output()).contains("--root " + course + "/lab/site");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void courseThatCannotBeWrittenToCostsOneLineBeforeAnyWork() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        write(course.resolve("target"), "a file where a folder should be");

        var end = run("run", "1");

        assertThat(end.status()).isEqualTo(2);
        assertThat(end.output().lines())
                .singleElement()
                .asString()
                .contains("cannot write to " + course);
        assertThat(course.resolve("built-with")).doesNotExist();
    }

    @Test
    void buildThatFailsShowsTheEndOfItsOutput() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        program(
                programs.resolve("mvn"),
                """
                case $1 in
                  -version) echo 'Apache Maven 3.8.7' ;;
                  *) echo 'Main.java: does not compile'; exit 1 ;;
                esac\
                """);

        var end = run("run", "1");

        assertThat(end.status()).isEqualTo(1);
        assertThat(end.output()).contains("Main.java: does not compile", "the build failed");
    }

    @Test
    void mavenThatIsTooOldGivesOneLine() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");
        program(programs.resolve("mvn"), "echo 'Apache Maven 3.6.3'");

        var end = run("test");

        assertThat(end.status()).isEqualTo(2);
        assertThat(end.output().lines())
                .singleElement()
                .asString()
                .contains("needs Maven 3.8.7 or newer");
    }

    @Test
    void testsRunWithMavenOnTheJdkAndSoDoesWhatMavenStarts() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        var jdk = machine.resolve("usr/lib/jvm/java-25");
        run("test", "-pl", "step01-one");

        assertThat(course.resolve("built-with"))
                .hasContent("%1$s %1$s/bin/java -B verify -pl step01-one".formatted(jdk));
    }

    @Test
    void helpOfACommandIsWhatItSaysItself() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        assertThat(run("help", "help").output()).startsWith(Files.readString(MAP));
        assertThat(run("help", "dance").output()).endsWith("/lab.jar dance --help\n");
        assertThat(run("help", "run").output()).startsWith("usage: ./course run");
    }

    @Test
    void helpOfTestNeedsNoJavaAndRunsNothing() throws Exception {
        var end = run("test", "--help");

        assertThat(end.status()).isZero();
        assertThat(end.output()).startsWith("usage: ./course test");
        assertThat(course.resolve("built-with")).doesNotExist();
    }

    @Test
    void withoutArgumentsItShowsTheMapAndNeedsNoJava() throws Exception {
        var end = run();

        assertThat(end.status()).isZero();
        assertThat(end.output()).startsWith(Files.readString(MAP)).contains("./course doctor");
    }

    private Path source() {
        return course.resolve("step01-one/src/main/java/Main.java");
    }

    private long builds() throws IOException {
        return Files.readString(course.resolve("built-with")).lines().count();
    }

    /// A JDK that says from where it runs, with which locale and which arguments, and ends with status 7.
    private void jdk(String place, String version) throws IOException {
        var home = machine.resolve(place);
        program(
                home.resolve("bin/java"),
                """
                case $1 in *Alone.java) shift 2; exec "$@" ;; esac
                echo "$0 speaks $LC_ALL"
                echo "$*"
                exit 7\
                """);
        program(home.resolve("bin/javac"), "");
        write(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private static void program(Path file, String script) throws IOException {
        write(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private record End(int status, String output) {}

    private End run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    private End run(Map<String, String> variables, String... arguments) throws Exception {
        return run(course.resolve("course"), variables, arguments);
    }

    private End run(Path launcher, Map<String, String> variables, String... arguments)
            throws Exception {
        var builder = new ProcessBuilder("sh", launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", programs + ":/usr/bin:/bin");
        builder.environment().put("HOME", machine.toString());
        builder.environment().put("COURSE_FILESYSTEM", machine.toString());
        builder.environment().putAll(variables);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        return new End(process.waitFor(), output);
    }
}
