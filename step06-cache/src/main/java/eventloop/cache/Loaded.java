package eventloop.cache;

import eventloop.files.Found;
import eventloop.http.Response;

/// What a look at the disk brought.
sealed interface Loaded {
    /// The file is what it was.
    ///
    /// @param checkedAt by [System#nanoTime]
    record Unchanged(long checkedAt) implements Loaded {}

    /// The file is here, and small enough to be kept.
    record Fresh(CachedFile file) implements Loaded {}

    /// A large file, for one client.
    record Large(Response response) implements Loaded {}

    /// There is no file.
    record Absent(Found.NoFile absence) implements Loaded {}
}
