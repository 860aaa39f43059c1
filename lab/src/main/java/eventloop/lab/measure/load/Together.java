package eventloop.lab.measure.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// The same with all load processes at once, each awaited by a thread of its own: one of the system's, since a virtual
/// thread that reads a pipe keeps its carrier.
final class Together {
    /// What is done with one of them.
    @FunctionalInterface
    interface Work<T, R> {
        R with(T one) throws IOException, InterruptedException;
    }

    private Together() {}

    /// @return the results, in the same order
    /// @throws IOException the first failure, when all are done
    static <T, R> List<R> all(List<T> all, Work<T, R> work)
            throws IOException, InterruptedException {
        var threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("load").factory());
        try {
            var results = new ArrayList<R>();
            var tasks = all.stream().map(one -> (Callable<R>) () -> work.with(one)).toList();
            for (var result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw asItWas(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static IOException asItWas(Throwable cause) throws InterruptedException {
        return switch (cause) {
            case IOException failure -> failure;
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException fault -> throw fault;
            default -> throw new IllegalStateException(cause);
        };
    }
}
