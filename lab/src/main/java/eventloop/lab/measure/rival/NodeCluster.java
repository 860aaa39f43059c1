package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.ServerUnderTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The same server on node as [Node], in several processes by node's own module for that.
record NodeCluster(Path course, int workers) implements ServerUnderTest {
    private static final Path SCRIPT = Path.of("lab", "peers", "node", "cluster.mjs");

    @Override
    public String name() {
        return Node.PROGRAM.name();
    }

    @Override
    public Optional<String> missing() {
        return Node.PROGRAM.missing();
    }

    @Override
    public Launch launch(Path root) {
        return new Launch.Announced(
                List.of(
                        Node.PROGRAM.command(),
                        course.resolve(SCRIPT).toString(),
                        "--workers",
                        String.valueOf(workers),
                        "--idle-seconds",
                        "3600",
                        "--fresh-seconds",
                        "10",
                        "--port",
                        "0",
                        "--root",
                        root.toString()));
    }
}
