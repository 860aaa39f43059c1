package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// In a made-up course, with programs in Maven's place.
@DisabledOnOs(OS.WINDOWS)
class PeersBuildTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    @TempDir private Path course;
    private Path source;
    private PeersBuild build;

    @BeforeEach
    void makeCourse() throws Exception {
        source = course.resolve("lab/peers/src/main/java/Peers.java");
        Files.createDirectories(source.getParent());
        for (var file :
                new Path[] {course.resolve("pom.xml"), course.resolve("lab/peers/pom.xml")}) {
            Files.setLastModifiedTime(Files.createFile(file), LONG_AGO);
        }
        Files.createFile(source);
        build = new PeersBuild(course);
    }

    @Test
    void isStaleUntilItIsBuiltAndWhenASourceIsYounger() throws Exception {
        assertThat(build.isStale()).isTrue();

        build.run(maven("echo \"$*\" >lab/peers/built-with && touch lab/peers/target/peers.jar"));

        assertThat(build.isStale()).isFalse();
        assertThat(course.resolve("lab/peers/built-with"))
                .content()
                .contains("peers", "package", "-Dmaven.test.skip");

        var later = FileTime.from(Instant.now().plus(Duration.ofMinutes(1)));
        Files.setLastModifiedTime(source, later);

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
