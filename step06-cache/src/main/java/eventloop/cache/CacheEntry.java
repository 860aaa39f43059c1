package eventloop.cache;

import java.util.Optional;

/// One key with its value and its neighbours in the line of a policy.
///
/// @param <K> the cache's keys
/// @param <V> what is stored
public final class CacheEntry<K, V> {
    private final K key;
    private final Optional<V> value;
    private final long weight;
    CacheEntry<?, ?> before = this;
    CacheEntry<?, ?> behind = this;

    CacheEntry(K key, V value, long weight) {
        this.key = key;
        this.value = Optional.of(value);
        this.weight = weight;
    }

    K key() {
        return key;
    }

    /// As [Cache#find] gives it out: made once, so that a hit makes nothing.
    Optional<V> value() {
        return value;
    }

    /// In bytes, as far as the cache's budget is concerned.
    long weight() {
        return weight;
    }
}
