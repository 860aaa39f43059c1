package eventloop.workers;

/// What became of a job. A helper makes it, the loop reads it.
///
/// @param <T> the job's result
public sealed interface Outcome<T> {
    record Done<T>(T result) implements Outcome<T> {}

    record Failed<T>(Throwable cause) implements Outcome<T> {}

    /// It was not begun, since its client had gone.
    record Abandoned<T>() implements Outcome<T> {}
}
