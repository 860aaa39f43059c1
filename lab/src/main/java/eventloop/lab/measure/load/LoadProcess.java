package eventloop.lab.measure.load;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.server.LastLines;
import eventloop.lab.measure.server.Placement;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// A load process, seen from the one that started it. It does one phase after another, as it is told.
final class LoadProcess implements AutoCloseable {
    /// Where children have no session of their own, Ctrl-C on a terminal reaches the load as well.
    private static final int INTERRUPTED = 130;

    private static final Duration LONGEST_END = Duration.ofSeconds(60);

    private final Share share;
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader events;
    private final LastLines errors;
    private volatile boolean tooSlow;

    LoadProcess(Share share, Process process) {
        this.share = share;
        this.process = process;
        orders = process.outputWriter(StandardCharsets.UTF_8);
        events = process.inputReader(StandardCharsets.UTF_8);
        errors = LastLines.of(process.getErrorStream(), "load errors");
    }

    /// Starts the process.
    static LoadProcess begin(Share share, Placement placement, LoadHeap heap)
            throws IOException, InterruptedException {
        return UntoldLoad.begin(placement, heap).tell(share);
    }

    long pid() {
        return process.pid();
    }

    /// Waits until its companions are in their places.
    ///
    /// @return how many have none
    int awaitReady() throws IOException, InterruptedException {
        return await(LoadEvent.Ready.class, share.longestStart(), _ -> {}).sentAway();
    }

    Share share() {
        return share;
    }

    /// Has one phase done.
    ///
    /// @param listener hears of all events as they happen
    /// @throws IOException if the process ends before it is done
    PhaseResult run(Phase phase, Consumer<LoadEvent> listener)
            throws IOException, InterruptedException {
        order(phase);
        return await(LoadEvent.Done.class, share.longest(phase), listener).result();
    }

    void order(Object order) throws IOException, InterruptedException {
        try {
            orders.write(Json.line(order));
            orders.newLine();
            orders.flush();
        } catch (IOException gone) {
            throw ended();
        }
    }

    private <T extends LoadEvent> T await(
            Class<T> last, Duration longest, Consumer<LoadEvent> listener)
            throws IOException, InterruptedException {
        var alarm =
                CompletableFuture.runAsync(
                        this::giveUp,
                        CompletableFuture.delayedExecutor(
                                longest.toMillis(), TimeUnit.MILLISECONDS));
        try {
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                var event = Json.read(line, LoadEvent.class);
                listener.accept(event);
                if (last.isInstance(event)) {
                    return last.cast(event);
                }
            }
            throw ended();
        } catch (JacksonException cutOff) {
            // It was ended by force, in the middle of a line.
            end();
            throw ended();
        } finally {
            alarm.cancel(false);
        }
    }

    private void giveUp() {
        tooSlow = true;
        process.destroyForcibly();
    }

    private IOException ended() throws InterruptedException {
        int status = process.waitFor();
        if (tooSlow) {
            return new IOException("the load process did not finish in time");
        }
        if (status == INTERRUPTED) {
            throw new InterruptedException("the load was interrupted");
        }
        return new IOException(
                "the load process ended with status %d%s".formatted(status, errors.lastWords()));
    }

    /// Ends it, and does not wait for that.
    void end() {
        process.destroyForcibly();
    }

    /// Ends it and waits until the kernel has closed all its connections: that may be as much work as a round.
    @Override
    public void close() {
        end();
        try {
            process.waitFor(LONGEST_END);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
