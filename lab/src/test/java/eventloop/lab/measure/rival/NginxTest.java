package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxTest {
    @TempDir private Path directory;
    private final Nginx nginx = new Nginx();

    @Test
    void isToldWhereToListenAndWhatToServe() throws Exception {
        var root = Files.createDirectory(directory.resolve("a \"site\""));

        var launch = (Launch.Silent) nginx.launch(root);

        try (var ownDirectory = launch.directory()) {
            var configuration = Files.readString(ownDirectory.path().resolve("nginx.conf"));
            assertThat(configuration)
                    .contains("listen 127.0.0.1:" + launch.address().getPort() + " ")
                    .contains("root \"" + directory + "/a \\\"site\\\"\";")
                    .doesNotContain("{root}", "{port}");
        }
    }

    @Test
    void startThatFailsIsToldInItsOwnWordsAndLeavesNothing() throws Exception {
        assumeThat(nginx.missing()).isEmpty();
        var root = Files.createDirectory(directory.resolve("$nothing"));

        assertThatThrownBy(() -> RunningServer.start(nginx, root, Placement.ANYWHERE))
                .isInstanceOf(ServerFailure.class)
                .hasMessageMatching(
                        "nginx ended at once with status 1:.*unknown \"nothing\" variable.*");
    }
}
