package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// nginx as one process, so that the one that is started is the one that serves and is watched. It runs as
/// whoever runs the lab, and all it writes goes to a directory of its own.
record Nginx() implements Rival {
    private static final Program PROGRAM =
            new Program(
                    "nginx",
                    "-v",
                    "apt-get install nginx-light, brew install nginx or"
                            + " winget install nginxinc.nginx");

    private static final String CONFIGURATION = "nginx.conf";

    @Override
    public String name() {
        return PROGRAM.name();
    }

    @Override
    public String title() {
        return PROGRAM.title();
    }

    @Override
    public Optional<String> missing() {
        return PROGRAM.missing();
    }

    @Override
    public Launch launch(Path root) throws IOException {
        int port = freePort();
        var directory = TemporaryDirectory.create("nginx");
        var configuration = directory.path().resolve(CONFIGURATION);
        Files.writeString(configuration, configuration(port, root));
        return new Launch.Silent(
                List.of(
                        PROGRAM.path().map(Path::toString).orElse(name()),
                        "-p",
                        directory.path().toString(),
                        "-c",
                        configuration.toString(),
                        "-e",
                        "stderr"),
                URI.create("http://127.0.0.1:" + port + "/"),
                directory);
    }

    /// nginx cannot choose one itself. Should another process take it before nginx does, nginx says so and
    /// ends.
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String configuration(int port, Path root) {
        return template()
                .replace("{port}", String.valueOf(port))
                .replace("{root}", quoted(root.toAbsolutePath().toString()));
    }

    private static String quoted(String path) {
        return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String template() {
        try (var in = Nginx.class.getResourceAsStream(CONFIGURATION)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
