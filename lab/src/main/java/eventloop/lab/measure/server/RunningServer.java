package eventloop.lab.measure.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// A server under test that has started and accepts.
public final class RunningServer implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(15);
    private static final Duration LONGEST_FORCED_END = Duration.ofSeconds(5);

    private final String name;
    private final Launch launch;
    private final Process process;
    private final LastLines errors;
    private final URI address;

    private RunningServer(
            String name, Launch launch, Process process, LastLines errors, URI address) {
        this.name = name;
        this.launch = launch;
        this.process = process;
        this.errors = errors;
        this.address = address;
    }

    /// Starts the server and waits until it accepts.
    ///
    /// @throws ServerFailure if it is not there, or ends or is silent instead, with its own words
    public static RunningServer start(ServerUnderTest server, Path root, Placement placement)
            throws ServerFailure, InterruptedException {
        var missing = server.missing();
        if (missing.isPresent()) {
            throw new ServerFailure(missing.get());
        }
        try {
            return start(server.name(), server.launch(root), placement);
        } catch (IOException cannot) {
            throw new ServerFailure(server.name() + " cannot be started: " + cannot.getMessage());
        }
    }

    private static RunningServer start(String name, Launch launch, Placement placement)
            throws ServerFailure, IOException, InterruptedException {
        try {
            Readiness.expectNobody(name, launch);
            var process = Children.start(placement.server(), launch.command());
            var errors = LastLines.of(process.getErrorStream(), name + " errors");
            try {
                var address = Readiness.of(name, launch, process, errors);
                return new RunningServer(name, launch, process, errors, address);
            } catch (ServerFailure | InterruptedException notReady) {
                end(process);
                throw notReady;
            }
        } catch (ServerFailure | IOException | InterruptedException notStarted) {
            cleanUp(launch);
            throw notStarted;
        }
    }

    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// @param when the last thing happened that it should have outlived, in words
    /// @throws ServerFailure if it has died
    public void expectAlive(String when) throws ServerFailure, InterruptedException {
        if (!isAlive()) {
            throw died(when);
        }
    }

    /// What to throw when it has ended and nobody had asked it to.
    ///
    /// @param when it has, in words
    public ServerFailure died(String when) throws InterruptedException {
        return new ServerFailure(
                "%s died %s with status %d%s"
                        .formatted(name, when, process.waitFor(), errors.lastWords()));
    }

    /// Asks it to end and waits until it has; ends it by force if it does not.
    @Override
    public void close() {
        end(process);
        cleanUp(launch);
    }

    /// With the workers of a server that has some: who ends their parent by force has nobody left to end them.
    private static void end(Process process) {
        var all = ProcessFamily.of(process.toHandle()).toList();
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.waitFor(LONGEST_FORCED_END);
            }
        } catch (InterruptedException impatient) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    private static void cleanUp(Launch launch) {
        switch (launch) {
            case Launch.Announced(_, var directory) ->
                    directory.ifPresent(TemporaryDirectory::close);
            case Launch.Silent(_, _, var directory) -> directory.close();
        }
    }
}
