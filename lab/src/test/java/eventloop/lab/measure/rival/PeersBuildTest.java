package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// In a made-up course, with programs in Maven's place.
@DisabledOnOs(OS.WINDOWS)
class PeersBuildTest {
    @TempDir private Path course;
    private Path source;
    private PeersBuild build;

    @BeforeEach
    void makeCourse() throws Exception {
        source = course.resolve("lab/peers/src/main/java/Peers.java");
        Files.createDirectories(source.getParent());
        Files.createFile(course.resolve("pom.xml"));
        Files.createFile(course.resolve("lab/peers/pom.xml"));
        Files.createFile(source);
        build = new PeersBuild(course);
    }

    @Test
    void isStaleUntilItIsBuiltAndWhenASourceIsAnother() throws Exception {
        assertThat(build.isStale()).isTrue();

        build.run(maven("echo \"$*\" >lab/peers/built-with && touch lab/peers/target/peers.jar"));

        assertThat(build.isStale()).isFalse();
        assertThat(course.resolve("lab/peers/built-with"))
                .content()
                .contains("peers", "package", "-Dmaven.test.skip");

        Files.writeString(source, "another");

        assertThat(build.isStale()).isTrue();
    }

    @Test
    void buildThatFailsSaysWhereMavenSaysWhy() throws Exception {
        var maven = maven("echo 'no network' && exit 1");

        assertThatThrownBy(() -> build.run(maven))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the Java rivals cannot be built; Maven's output is in"
                                + " lab/peers/target/build.log");
        assertThat(course.resolve("lab/peers/target/build.log")).content().contains("no network");
        assertThat(build.isStale()).isTrue();
        assertThat(build.missing())
                .hasValue("not built: Maven's output is in lab/peers/target/build.log");
    }

    private String maven(String does) throws Exception {
        var program = Files.writeString(course.resolve("mvn"), "#!/bin/sh\n" + does + "\n");
        program.toFile().setExecutable(true);
        return program.toString();
    }
}
