package eventloop.cache;

/// LRU: the entry whose last request is longest ago goes first. Every hit moves one to the end of the line.
public final class LeastRecentlyUsed implements EvictionPolicy {
    private final EvictionLine line = new EvictionLine();

    @Override
    public void added(CacheEntry<?, ?> entry) {
        line.addToEnd(entry);
    }

    // tag::used[]
    @Override
    public void used(CacheEntry<?, ?> entry) {
        line.remove(entry);
        line.addToEnd(entry);
    }

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
