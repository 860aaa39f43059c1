package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A server that the lab can start.
public interface ServerUnderTest {
    /// In tables and results.
    String name();

    /// What this machine lacks to start it, and how to get it, in one line; nothing if it can be started.
    default Optional<String> missing() {
        return Optional.empty();
    }

    /// Whether several processes of it can listen on one port, with the option `--reuse-port`.
    default boolean sharesPort() {
        return false;
    }

    /// For one start: what makes it serve `root` on a free port of the loopback.
    ///
    /// @throws IOException if what it needs to start cannot be made
    Launch launch(Path root) throws IOException;
}
