package eventloop.lab.measure.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for a process to become a server that accepts, or to end in the attempt.
final class Readiness {
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration LONGEST_END = Duration.ofSeconds(15);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(10);
    private static final String ANNOUNCEMENT = "listening on ";

    private final String name;
    private final Process process;
    private final LastLines errors;

    private Readiness(String name, Process process, LastLines errors) {
        this.name = name;
        this.process = process;
        this.errors = errors;
    }

    /// Before the process is started: who accepts by then where it is told to listen is somebody else.
    ///
    /// @throws ServerFailure if there is such a one
    static void expectNobody(String name, Launch launch) throws ServerFailure {
        if (launch instanceof Launch.Silent(_, var address, _) && accepts(address)) {
            throw new ServerFailure(
                    "%s cannot listen at %s: another program does".formatted(name, address));
        }
    }

    /// @param errors what it says on its error output
    /// @return where it listens
    /// @throws ServerFailure if it does not accept in time, with its own words
    static URI of(String name, Launch launch, Process process, LastLines errors)
            throws ServerFailure, InterruptedException {
        var readiness = new Readiness(name, process, errors);
        return switch (launch) {
            case Launch.Announced _ -> readiness.announced();
            case Launch.Silent(_, var address, _) -> readiness.accepting(address);
        };
    }

    private URI announced() throws ServerFailure, InterruptedException {
        var address = new CompletableFuture<URI>();
        Thread.ofPlatform().daemon().name(name + " output").start(() -> listen(address));
        try {
            return address.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            throw new ServerFailure(
                    "%s did not say where it listens within %d seconds"
                            .formatted(name, LONGEST_START.toSeconds()));
        } catch (ExecutionException ended) {
            throw ended();
        }
    }

    private void listen(CompletableFuture<URI> address) {
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

    private URI accepting(URI address) throws ServerFailure, InterruptedException {
        LastLines.of(process.getInputStream(), name + " output");
        long started = System.nanoTime();
        while (!accepts(address)) {
            if (!process.isAlive()) {
                throw ended();
            }
            if (System.nanoTime() - started > LONGEST_START.toNanos()) {
                throw new ServerFailure(
                        "%s did not accept at %s within %d seconds"
                                .formatted(name, address, LONGEST_START.toSeconds()));
            }
            Thread.sleep(BETWEEN_ATTEMPTS);
        }
        // Who has come meanwhile, and listens in its place, lets it end.
        if (!process.isAlive()) {
            throw ended();
        }
        return address;
    }

    private static boolean accepts(URI address) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private ServerFailure ended() throws InterruptedException {
        if (!process.waitFor(LONGEST_END)) {
            return new ServerFailure(name + " does not say where it listens");
        }
        return new ServerFailure(
                "%s ended at once with status %d%s"
                        .formatted(name, process.exitValue(), errors.firstWords()));
    }
}
