package eventloop.lab.measure.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// A process that says what a script of the shell says, and takes a server's place where nobody asks what a server
/// costs: a JVM takes a second to start.
public record ScriptedServer(String name, String script) implements ServerUnderTest {
    /// Says that it listens where somebody else does, and is there until it is ended.
    public static ScriptedServer announcing(String name, URI address) {
        return new ScriptedServer(name, "echo listening on %s; exec sleep 600".formatted(address));
    }

    @Override
    public Launch launch(Path root) {
        return new Launch.Announced(List.of("sh", "-c", script));
    }
}
