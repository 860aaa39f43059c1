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

    /// One of so many equal shares of the heap.
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
