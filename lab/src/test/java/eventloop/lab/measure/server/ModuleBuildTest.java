package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// In a made-up course, with programs in Maven's place.
@DisabledOnOs(OS.WINDOWS)
class ModuleBuildTest {
    private static final String MAKES_A_JAR = "touch lab/extra/target/extra.jar";

    @TempDir private Path course;
    private ModuleBuild build;

    @BeforeEach
    void makeCourse() throws Exception {
        write("pom.xml", "");
        write("lab/extra/pom.xml", "");
        write("lab/extra/src/main/java/Extra.java", "class Extra {}");
        build = new ModuleBuild(course, "lab/extra");
    }

    @Test
    void isStaleUntilItIsBuiltAndWhenASourceOrASettingIsAnother() throws Exception {
        assertThat(build.isStale()).isTrue();
        build.build(maven(MAKES_A_JAR), "no jar");
        assertThat(build.isStale()).isFalse();

        write("lab/extra/src/main/java/Extra.java", "class Extra { int more; }");
        assertThat(build.isStale()).isTrue();
        build.build(maven(MAKES_A_JAR), "no jar");
        write("pom.xml", "another library");
        assertThat(build.isStale()).isTrue();
    }

    /// An unpacked archive has files of last year, and a switch to another branch makes new ones.
    @Test
    void whatIsInAFileCountsAndNotItsTime() throws Exception {
        build.build(maven(MAKES_A_JAR), "no jar");

        Files.setLastModifiedTime(
                course.resolve("lab/extra/src/main/java/Extra.java"),
                FileTime.from(Instant.now().plusSeconds(3_600)));

        assertThat(build.isStale()).isFalse();
    }

    /// Maven would leave them beside the new ones.
    @Test
    void nothingOfAnEarlierBuildIsLeft() throws Exception {
        write("lab/extra/target/lib/old-1.0.jar", "");
        write("lab/extra/target/classes/Gone.class", "");
        write("lab/extra/target/extra.jar", "old");

        assertThatThrownBy(() -> build.build(maven("exit 1"), "no jar"))
                .isInstanceOf(FailedBuildException.class)
                .hasMessage("no jar; Maven's output is in lab/extra/target/build.log");

        assertThat(course.resolve("lab/extra/target"))
                .isDirectoryNotContaining("glob:**/{lib,classes,extra.jar}");
    }

    /// Within one program this is told; one that builds in another is waited for.
    @Test
    void nobodyElseBuildsMeanwhile() throws Exception {
        write("target/lock", "");
        write("lab/extra/target/lib/of-the-other-build.jar", "");
        try (var file = FileChannel.open(course.resolve("target/lock"), StandardOpenOption.WRITE);
                var _ = file.lock()) {
            assertThatThrownBy(() -> build.build(maven(MAKES_A_JAR), "no jar"))
                    .isInstanceOf(OverlappingFileLockException.class);
        }
        assertThat(course.resolve("lab/extra/target/lib/of-the-other-build.jar")).exists();

        build.build(maven(MAKES_A_JAR), "no jar");
        assertThat(build.isStale()).isFalse();
    }

    /// Two that found it stale wait for each other, and the second has nothing to do.
    @Test
    void whatAnotherHasBuiltMeanwhileIsLeftAsItIs() throws Exception {
        build.build(maven(MAKES_A_JAR), "no jar");

        build.build(maven("exit 1"), "no jar");

        assertThat(build.isStale()).isFalse();
    }

    private void write(String name, String text) throws IOException {
        var file = course.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String maven(String does) throws IOException {
        var program = Files.writeString(course.resolve("mvn"), "#!/bin/sh\n" + does + "\n");
        program.toFile().setExecutable(true);
        return program.toString();
    }
}
