package eventloop.lab.server;

import java.nio.file.Path;
import java.util.List;

/// A server that the lab can start. It has to print `listening on http://HOST:PORT/` once it accepts.
public interface ServerUnderTest {
    /// In tables and results.
    String name();

    /// What starts it in a process of its own, serving `root` on a free port of the loopback.
    List<String> command(Path root);
}
