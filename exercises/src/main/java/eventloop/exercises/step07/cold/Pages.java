package eventloop.exercises.step07.cold;

/// What of a file the operating system has in memory.
interface Pages {
    /// Whether the byte at this position is in memory.
    boolean holds(long position);

    /// Has a helper bring the bytes of `[from, to)` into memory. Returns at once.
    ///
    /// @param whenHere runs on the loop when they are there, or cannot be had
    void bring(long from, long to, Runnable whenHere);
}
