package eventloop.lab.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server under test that has started and says where it listens.
public final class RunningServer implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration LONGEST_END = Duration.ofSeconds(15);
    private static final String ANNOUNCEMENT = "listening on ";

    private final Process process;
    private final URI address;

    private RunningServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Starts the server and waits until it accepts.
    ///
    /// @throws ServerFailure if it ends or is silent instead, with its own words
    public static RunningServer start(ServerUnderTest server, Path root, Placement placement)
            throws ServerFailure, InterruptedException {
        Process process;
        try {
            process = Children.start(placement.server(), server.command(root));
        } catch (IOException cannot) {
            throw new ServerFailure(server.name() + " cannot be started: " + cannot.getMessage());
        }
        var errors = LastLines.of(process.getErrorStream(), server.name() + " errors");
        var address = new CompletableFuture<URI>();
        Thread.ofVirtual().name(server.name() + " output").start(() -> listen(process, address));
        try {
            return new RunningServer(
                    process, address.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException silent) {
            process.destroyForcibly();
            throw new ServerFailure(
                    "%s did not say where it listens within %d seconds"
                            .formatted(server.name(), LONGEST_START.toSeconds()));
        } catch (ExecutionException ended) {
            throw endedAtOnce(server, process, errors);
        }
    }

    private static void listen(Process process, CompletableFuture<URI> address) {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(ANNOUNCEMENT)) {
                    address.complete(URI.create(line.substring(ANNOUNCEMENT.length()).strip()));
                }
            }
            address.completeExceptionally(new IOException("no announcement"));
        } catch (IOException | IllegalArgumentException unreadable) {
            address.completeExceptionally(unreadable);
        }
    }

    private static ServerFailure endedAtOnce(
            ServerUnderTest server, Process process, LastLines errors) throws InterruptedException {
        if (!process.waitFor(LONGEST_END)) {
            process.destroyForcibly();
            return new ServerFailure(server.name() + " does not say where it listens");
        }
        var words = errors.afterTheEnd();
        return new ServerFailure(
                "%s ended at once with status %d: %s"
                        .formatted(
                                server.name(),
                                process.exitValue(),
                                words.isEmpty() ? "and said nothing" : words.getFirst()));
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

    /// Asks it to end and waits until it has; ends it by force if it does not.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_END)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException impatient) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
