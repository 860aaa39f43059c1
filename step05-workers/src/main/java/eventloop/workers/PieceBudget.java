package eventloop.workers;

/// The memory for pieces whose clients do not take them. What is beyond is dropped, and fetched once more when
/// the client reads on: thousands of clients that have stopped reading cost no more than this. Loop thread
/// only.
final class PieceBudget {
    private final long limit;
    private long kept;

    /// @param limit in bytes
    PieceBudget(long limit) {
        this.limit = limit;
    }

    /// An eighth of the heap.
    static PieceBudget ofThisMachine() {
        return new PieceBudget(Runtime.getRuntime().maxMemory() / 8);
    }

    /// @return whether there is room for so many bytes, which are counted from now on
    boolean take(long bytes) {
        if (kept + bytes > limit) {
            return false;
        }
        kept += bytes;
        return true;
    }

    void giveBack(long bytes) {
        kept -= bytes;
    }
}
