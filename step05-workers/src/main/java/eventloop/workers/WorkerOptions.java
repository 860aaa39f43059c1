package eventloop.workers;

import eventloop.server.CommandLine;
import eventloop.server.Option;
import eventloop.server.UsageException;
import java.util.List;
import java.util.concurrent.Executor;

/// How many helpers there are, and how much may wait for them: for this step and those after it.
///
/// As many jobs may wait as in nginx's `thread_pool`: each client has one at most, and one process hardly has so many
/// clients. So the bound is met when something is wrong, and not when all clients ask at once.
public final class WorkerOptions {
    public static final List<Option> ALL =
            List.of(
                    new Option("--workers", "N", "4", "helpers for what may block"),
                    new Option("--worker-queue", "N", "65536", "jobs that may wait for a helper"));

    private WorkerOptions() {}

    public static WorkerPool pool(CommandLine line, Executor loop) throws UsageException {
        return new WorkerPool(
                line.number("--workers", 1, 1_000),
                line.number("--worker-queue", 0, 1_000_000),
                loop);
    }
}
