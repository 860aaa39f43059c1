package eventloop.cache;

/// FIFO: the entry that has been here longest goes first, however popular it is. A hit costs nothing.
public final class FirstInFirstOut implements EvictionPolicy {
    private final EvictionLine line = new EvictionLine();

    @Override
    public void added(CacheEntry<?, ?> entry) {
        line.addToEnd(entry);
    }

    // tag::used[]
    @Override
    public void used(CacheEntry<?, ?> entry) {}

    // end::used[]

    @Override
    public void removed(CacheEntry<?, ?> entry) {
        line.remove(entry);
    }

    @Override
    public CacheEntry<?, ?> victim() {
        return line.first();
    }
}
