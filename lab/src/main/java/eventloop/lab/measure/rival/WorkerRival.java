package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.ServerUnderTest;
import java.nio.file.Path;
import java.util.List;

/// A server of others that has as many processes on one port as it is told to: so it takes more clients than a
/// process may have open files. Its clients may be silent for an hour.
///
/// @param bytesAProcess of memory, about
/// @param bytesAClient the same, of each client
/// @param dealsEvenly whether the system deals clients among its processes; else one may get twice as many as another
public record WorkerRival(
        String name, long bytesAProcess, long bytesAClient, boolean dealsEvenly, Start start) {
    @FunctionalInterface
    public interface Start {
        /// @param workers processes that serve
        /// @param connectionsEach the most that one of them may have
        ServerUnderTest of(int workers, int connectionsEach);
    }

    public static List<WorkerRival> in(Path course) {
        return List.of(
                new WorkerRival("nginx", 12 << 20, 1 << 10, true, NginxWorkers::new),
                // Whoever of its processes is awake accepts.
                new WorkerRival(
                        "node",
                        60 << 20,
                        6 << 10,
                        false,
                        (workers, _) -> new NodeCluster(course, workers)));
    }
}
