package eventloop.lab.study.peers;

import eventloop.lab.measure.server.FreePort;
import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// A server for trying things out that comes with a language, as its one command starts it.
public record CommandServer(String name, Command command) implements ServerUnderTest {
    /// The words that make it serve a directory on a port of the loopback.
    @FunctionalInterface
    public interface Command {
        List<String> of(Path root, int port);
    }

    /// The JDK's.
    public static CommandServer jwebserver() {
        return new CommandServer(
                "jwebserver",
                (root, port) ->
                        List.of(
                                Java.executable(),
                                "-m",
                                "jdk.httpserver",
                                "-b",
                                "127.0.0.1",
                                "-p",
                                String.valueOf(port),
                                "-d",
                                root.toAbsolutePath().toString()));
    }

    /// @param program the interpreter's
    public static CommandServer python(String program) {
        return new CommandServer(
                "python",
                (root, port) ->
                        List.of(
                                program,
                                "-m",
                                "http.server",
                                "--bind",
                                "127.0.0.1",
                                "--directory",
                                root.toString(),
                                String.valueOf(port)));
    }

    @Override
    public Launch launch(Path root) throws IOException {
        int port = FreePort.choose();
        return new Launch.Silent(
                command.of(root, port),
                URI.create("http://127.0.0.1:" + port + "/"),
                TemporaryDirectory.create(name));
    }
}
