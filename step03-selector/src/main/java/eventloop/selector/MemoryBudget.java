package eventloop.selector;

/// How much memory all clients of a server may take together for one purpose. What one client may take is bounded
/// elsewhere; but that bound times the number of clients may be more than there is. Loop thread only.
public final class MemoryBudget {
    private final long limit;
    private long taken;

    /// @param limit in bytes
    MemoryBudget(long limit) {
        this.limit = limit;
    }

    /// One of so many equal shares of the heap. All that is given out must leave room for the server itself: a quarter
    /// is for what clients send (step 3), an eighth and a sixteenth for what they do not take (step 5), and of the
    /// cache about a quarter may lie in the heap (step 6).
    public static MemoryBudget shareOfHeap(int shares) {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / shares);
    }

    /// @return whether there is room for so many bytes, which are counted from now on
    public boolean take(long bytes) {
        if (bytes > left()) {
            return false;
        }
        taken += bytes;
        return true;
    }

    /// In bytes: what may still be taken.
    public long left() {
        return limit - taken;
    }

    public void giveBack(long bytes) {
        taken -= bytes;
    }
}
