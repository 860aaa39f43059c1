package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.ServerUnderTest;
import java.nio.file.Path;
import java.util.List;

/// A server of others that has as many processes on one port as it is told to: so it takes more clients than a
/// process may have open files. Its clients may be silent for an hour.
public record WorkerRival(String name, Start start) {
    @FunctionalInterface
    public interface Start {
        /// @param workers processes that serve
        /// @param connectionsEach the most that one of them may have
        ServerUnderTest of(int workers, int connectionsEach);
    }

    public static List<WorkerRival> in(Path course) {
        return List.of(
                new WorkerRival("nginx", NginxWorkers::new),
                new WorkerRival("node", (workers, _) -> new NodeCluster(course, workers)));
    }
}
