package eventloop.cache;

/// One key with its value and its neighbours in the line of a policy.
///
/// @param <K> the cache's keys
/// @param <V> what is stored
public final class CacheEntry<K, V> {
    private final K key;
    private final V value;
    private final long weight;
    CacheEntry<?, ?> before = this;
    CacheEntry<?, ?> behind = this;

    CacheEntry(K key, V value, long weight) {
        this.key = key;
        this.value = value;
        this.weight = weight;
    }

    public K key() {
        return key;
    }

    public V value() {
        return value;
    }

    /// In bytes, as far as the cache's budget is concerned.
    public long weight() {
        return weight;
    }
}
