package eventloop.cache;

/// Decides who has to go when a cache is full, and does nothing else: what is stored, and how much of it,
/// is the business of the [Cache]. One policy serves one cache, on its thread.
public interface EvictionPolicy {
    /// An entry that was not there has come in.
    void added(CacheEntry<?, ?> entry);

    /// An entry that is there has been asked for.
    void used(CacheEntry<?, ?> entry);

    /// An entry has gone.
    void removed(CacheEntry<?, ?> entry);

    /// Who is to go next. There is at least one entry.
    CacheEntry<?, ?> victim();
}
