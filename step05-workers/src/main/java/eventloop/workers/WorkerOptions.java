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
    private static final Option WORKERS =
            new Option("--workers", "N", "4", "helpers for what may block");
    private static final Option QUEUE =
            new Option("--worker-queue", "N", "65536", "jobs that may wait for a helper");

    public static final List<Option> ALL = List.of(WORKERS, QUEUE);

    private WorkerOptions() {}

    public static WorkerPool startPool(CommandLine line, Executor loop) throws UsageException {
        return WorkerPool.start(
                line.number(WORKERS, 1, 1_000), line.number(QUEUE, 0, 1_000_000), loop);
    }
}
