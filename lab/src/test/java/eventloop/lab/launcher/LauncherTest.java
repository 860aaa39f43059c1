package eventloop.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, in a made-up course on a made-up machine: programs that only say how they were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "course");
    private static final Path MAP = Path.of("src/main/resources/eventloop/lab/cli/map.txt");

    @TempDir private Path machine;
    private Path course;
    private Path programs;

    @BeforeEach
    void makeCourseAndMachine() throws Exception {
        course = Files.createDirectory(machine.resolve("the course"));
        Files.copy(LAUNCHER, course.resolve("course"));
        write(course.resolve("pom.xml"), "");
        write(course.resolve("lab/pom.xml"), "");
        write(course.resolve("lab/target/lab.jar"), "");
        write(course.resolve("lab").resolve(MAP), Files.readString(MAP));
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
                  *) echo "$JAVA_HOME $(command -v java) $*" >>built-with ;;
                esac\
                """);
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

        var end = run(new String[] {"JAVA26_HOME=" + machine.resolve("unusual place")}, "run", "1");

        assertThat(end.output()).contains("unusual place");
    }

    @Test
    void serverTakesTheLaunchersPlaceWithTheCoursesSiteAndTheUsersOptions() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        var end = run("run", "1", "--port", "0");

        assertThat(end.status()).isEqualTo(7);
        assertThat(end.output())
                .endsWith(
                        "-jar %1$s/step01-one/target/step01-one.jar --root %1$s/lab/site --port 0\n"
                                .formatted(course));
    }

    @Test
    void serversSpeakUtf8WhateverTheLocaleIs() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        assertThat(run(new String[] {"LC_ALL=C"}, "run", "1").output()).contains("UTF-8");
        assertThat(run(new String[] {"LANG=ko_KR.utf8"}, "run", "1").output())
                .doesNotContain("UTF-8");
    }

    @Test
    void buildsWhatIsStaleAndNothingElse() throws Exception {
        jdk("usr/lib/jvm/java-25", "25.0.3");

        run("run", "1");
        assertThat(builds()).isEqualTo(1);
        run("run", "1");
        assertThat(builds()).isEqualTo(1);
        Files.setLastModifiedTime(
                course.resolve("step01-one/src/main/java/Main.java"),
                FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
        run("run", "1");
        assertThat(builds()).isEqualTo(2);
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
    void withoutArgumentsItShowsTheMapAndNeedsNoJava() throws Exception {
        var end = run();

        assertThat(end.status()).isZero();
        assertThat(end.output()).isEqualTo(Files.readString(MAP));
    }

    @Test
    void unknownCommandNamesTheKnownOnes() throws Exception {
        var end = run("dance");

        assertThat(end.status()).isEqualTo(2);
        assertThat(end.output().lines()).singleElement().asString().contains("dance", "compare");
    }

    private long builds() throws IOException {
        return Files.readString(course.resolve("built-with")).lines().count();
    }

    /// A JDK that says from where it runs, with which locale and which arguments, and ends with status 7.
    private void jdk(String place, String version) throws IOException {
        var home = machine.resolve(place);
        program(home.resolve("bin/java"), "echo \"$0 $LC_ALL\"; echo \"$*\"; exit 7");
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
        return run(new String[0], arguments);
    }

    private End run(String[] variables, String... arguments) throws Exception {
        var builder = new ProcessBuilder("sh", course.resolve("course").toString());
        builder.command().addAll(List.of(arguments));
        builder.redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", programs + ":/usr/bin:/bin");
        builder.environment().put("HOME", machine.toString());
        builder.environment().put("COURSE_FILESYSTEM", machine.toString());
        for (var variable : variables) {
            var parts = variable.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        }
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        return new End(process.waitFor(), output);
    }
}
