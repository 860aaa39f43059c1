package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.Page;
import eventloop.lab.measure.site.SizedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir private Path directory;
    private Path root;
    private List<Page> pages;

    @BeforeEach
    void makeOnePage() throws Exception {
        var sizes = Map.of(1024L, 1);
        root = SizedFiles.make(directory, sizes.keySet());
        pages = Mix.sizes(root, sizes);
    }

    @Test
    void processesHaveTheServersClassesFromTheArchiveEvenOnceItIsRemoved() throws Exception {
        var log = directory.resolve("classes.log");
        RunningServer running;
        try (var archive = ClassArchive.rehearsed(step07(), root, pages, Placement.ANYWHERE)) {
            var logging = new WithFlags(archive.shared(), List.of("-Xlog:class+load:file=" + log));
            running = RunningServer.start(logging, root, Placement.ANYWHERE);
        }
        try (running) {
            AnswerCheck.check(running.address(), pages);
        }

        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.matches(".*eventloop\\.\\w+\\.\\w+ source:.*"))
                .hasSizeGreaterThan(50)
                .allMatch(line -> line.contains("shared objects file"));
    }

    @Test
    void whatIsNoJarCannotBePackedAndTheJvmSaysWhy() {
        var server = new PlainFileServer();

        assertThatThrownBy(() -> ClassArchive.rehearsed(server, root, pages, Placement.ANYWHERE))
                .isInstanceOf(ServerFailure.class)
                .hasMessageStartingWith("the JVM cannot pack the classes of plain: ")
                .hasMessageContaining("director");
    }

    private static ServerUnderTest step07() throws Exception {
        return Step.in(Path.of("..")).getLast();
    }
}
