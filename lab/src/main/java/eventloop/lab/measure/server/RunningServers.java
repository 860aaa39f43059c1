package eventloop.lab.measure.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Several processes of one server that share a port (SO_REUSEPORT): together they take more clients than one
/// process may have open files.
public final class RunningServers implements AutoCloseable {
    private static final String SHARED = "--reuse-port";

    private final List<RunningServer> processes = new ArrayList<>();

    private RunningServers() {}

    /// @param processes one, or more if the server has the option `--reuse-port`
    /// @throws ServerFailure if one of them does not start
    public static RunningServers start(
            ServerUnderTest server, int processes, Path root, Placement placement)
            throws ServerFailure, InterruptedException {
        var servers = new RunningServers();
        try {
            var first = processes == 1 ? server : with(List.of(SHARED), server);
            servers.processes.add(RunningServer.start(first, root, placement));
            var port = Integer.toString(servers.address().getPort());
            var others = with(List.of(SHARED, "--port", port), server);
            while (servers.processes.size() < processes) {
                servers.processes.add(RunningServer.start(others, root, placement));
            }
            return servers;
        } catch (ServerFailure | InterruptedException | RuntimeException failure) {
            servers.close();
            throw failure;
        }
    }

    private static ServerUnderTest with(List<String> options, ServerUnderTest server) {
        return new Variant(server, server.name(), options);
    }

    public int count() {
        return processes.size();
    }

    /// @param when the last thing happened that they should have outlived, in words
    /// @throws ServerFailure if one of them has died
    public void expectAlive(String when) throws ServerFailure, InterruptedException {
        for (var process : processes) {
            process.expectAlive(when);
        }
    }

    /// Of all of them.
    public URI address() {
        return processes.getFirst().address();
    }

    public long firstPid() {
        return processes.getFirst().pid();
    }

    public Stream<Long> pids() {
        return processes.stream().map(RunningServer::pid);
    }

    public boolean areAlive() {
        return processes.stream().allMatch(RunningServer::isAlive);
    }

    @Override
    public void close() {
        processes.forEach(RunningServer::close);
    }
}
