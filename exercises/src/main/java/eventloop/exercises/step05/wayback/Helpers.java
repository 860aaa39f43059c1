package eventloop.exercises.step05.wayback;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Has helpers do what may block, and the loop hear of the outcome. Loop thread only.
///
/// @param helpers run what they are given on threads of theirs
/// @param loop runs what it is given on the event loop, in its turn
public record Helpers(Executor helpers, Executor loop) {
    /// Has a helper do a job. Afterwards either of the two is called, once, on the loop.
    ///
    /// @param job runs on a helper, may block and may throw anything
    public <T> void submit(Callable<T> job, Consumer<T> onDone, Consumer<Throwable> onFailure) {
        helpers.execute(
                () -> {
                    try {
                        onDone.accept(job.call());
                    } catch (Exception failure) {
                        onFailure.accept(failure);
                    }
                });
    }
}
