package eventloop.lab.measure.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Processes that a test listens to: each ends with the test, and after a minute at the latest, with all that it has
/// started. Whoever reads what a process says is woken by the process's end alone, and not by the interruption that
/// `@Timeout` sends.
public final class ShortLived implements AfterEachCallback {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final List<Process> processes = new ArrayList<>();

    /// @return the same
    public Process add(Process process) {
        processes.add(process);
        CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .execute(() -> end(process));
        return process;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        processes.forEach(ShortLived::end);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
