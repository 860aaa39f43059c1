package eventloop.workers;

import java.io.IOException;

/// Work for a helper.
///
/// @param <T> its result
@FunctionalInterface
public interface Job<T> {
    /// Runs on a helper's thread and may block.
    T run() throws IOException;
}
