package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.ShortLived;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OneAtATimeTest {
    @RegisterExtension private final ShortLived shortLived = new ShortLived();
    @TempDir private Path directory;

    /// A lock is a process's own: the second command is another one.
    @Test
    void whileOneMeasuresAnotherOneSaysSoAndEnds() throws Exception {
        var lock =
                directory.resolve(
                        "course-measures-%s.lock".formatted(System.getProperty("user.name")));
        try (var held =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = held.lock()) {
            var second = compare();

            assertThat(new String(second.getErrorStream().readAllBytes()))
                    .isEqualToIgnoringNewLines(
                            "course: another ./course measures on this machine now,"
                                    + " and two would measure each other: wait for it");
            assertThat(second.waitFor()).isEqualTo(Course.INTERNAL_ERROR);
        }
    }

    private Process compare() throws Exception {
        var site = Files.createDirectory(directory.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<p>a page");
        var here = List.of("-Djava.io.tmpdir=" + directory, "-Dcourse.directory=" + directory);
        var command =
                BriefJvm.running(here, Course.class, "compare", "--with", "none", "--root", site);
        return shortLived.add(new ProcessBuilder(command).start());
    }
}
