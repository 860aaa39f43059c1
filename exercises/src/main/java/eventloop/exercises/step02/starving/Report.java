package eventloop.exercises.step02.starving;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// A text of two parts, which are made at the same time.
public final class Report {
    private Report() {}

    /// @param pool makes the parts
    /// @return the first part and behind it the second, when they are there
    public static CompletableFuture<String> render(
            Executor pool, Supplier<String> first, Supplier<String> second) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var one = CompletableFuture.supplyAsync(first, pool);
                    var two = CompletableFuture.supplyAsync(second, pool);
                    return one.join() + two.join();
                },
                pool);
    }
}
