package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NginxTest {
    @TempDir private Path directory;
    private final Nginx nginx = new Nginx(Nginx.Way.SENDFILE);

    @Test
    void isToldWhereToListenAndWhatToServe() throws Exception {
        var root = Files.createDirectory(directory.resolve("a \"site\""));

        var launch = (Launch.Silent) nginx.launch(root);

        try (var ownDirectory = launch.directory()) {
            var configuration = Files.readString(ownDirectory.path().resolve("nginx.conf"));
            assertThat(configuration)
                    .contains("listen 127.0.0.1:" + launch.address().getPort() + " ")
                    .contains("root \"" + directory + "/a \\\"site\\\"\";")
                    .contains("sendfile on;")
                    .doesNotContain("{root}", "{port}", "{sendfile}", "{from-memory}");
        }
    }

    @Test
    void itsOtherWayIsTheOneWithoutSendfile() throws Exception {
        var launch = (Launch.Silent) new Nginx(Nginx.Way.COPYING).launch(directory);

        try (var ownDirectory = launch.directory()) {
            assertThat(Files.readString(ownDirectory.path().resolve("nginx.conf")))
                    .contains("sendfile off;");
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

    /// That is seen when the files are gone.
    @ParameterizedTest
    @ValueSource(ints = {0, 1024, 5_000, 64 << 10})
    void returnsFromItsConfigurationWhatCanBeWrittenThere(int bytes) throws Exception {
        assumeThat(nginx.missing()).isEmpty();
        var text = "a \"quoted\" \\ text, {root} {sendfile}\n".repeat(bytes).substring(0, bytes);
        var file = Files.writeString(directory.resolve("text.txt"), text);

        try (var server =
                RunningServer.start(new Nginx(Nginx.Way.RETURN), directory, Placement.ANYWHERE)) {
            Files.delete(file);

            var answer = get(server, "/text.txt");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(text);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
        }
    }

    @Test
    void whatItsConfigurationCannotHoldItServesAsAFile() throws Exception {
        assumeThat(nginx.missing()).isEmpty();
        Files.writeString(directory.resolve("price.txt"), "5 $");

        try (var server =
                RunningServer.start(new Nginx(Nginx.Way.RETURN), directory, Placement.ANYWHERE)) {
            assertThat(get(server, "/price.txt").body()).isEqualTo("5 $");
        }
    }

    private static HttpResponse<String> get(RunningServer server, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.address().resolve(path)).build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
