package eventloop.workers;

/// How a job ended.
///
/// @param <T> the job's result
public sealed interface Outcome<T> {
    record Done<T>(T result) implements Outcome<T> {}

    record Failed<T>(Throwable cause) implements Outcome<T> {}
}
