package eventloop.cache;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Values under keys, as many as fit a budget of bytes. The budget is never exceeded, not even for a
/// moment: room is made before a value is put in.
///
/// Not thread-safe and without a lock: it belongs to one thread, which in the servers is the event loop.
///
/// @param <K> the keys
/// @param <V> what is stored
public final class Cache<K, V> {
    private final long budget;
    private final EvictionPolicy policy;
    private final Consumer<V> letGo;
    private final Map<K, CacheEntry<K, V>> entries = new HashMap<>();
    private long weight;

    /// @param budget in bytes
    /// @param letGo is told of every value that leaves the cache
    public Cache(long budget, EvictionPolicy policy, Consumer<V> letGo) {
        this.budget = budget;
        this.policy = policy;
        this.letGo = letGo;
    }

    /// What is stored under the key, which counts as a use of it.
    // tag::find[]
    public Optional<V> find(K key) {
        var entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        policy.used(entry);
        return entry.value();
    }

    // end::find[]

    /// Has values go until one of this weight fits.
    ///
    /// @param wanted its weight in bytes
    /// @return false, and nobody goes, if it is heavier than the whole budget
    // tag::room[]
    boolean makeRoom(long wanted) {
        if (wanted > budget) {
            return false;
        }
        while (weight + wanted > budget) {
            evict();
        }
        return true;
    }

    /// Has the one go whose turn it is. There is at least one.
    void evict() {
        removeEntry(policy.victim().key());
    }

    // end::room[]

    /// Stores a value in place of any other under this key. One that is heavier than the whole budget is
    /// not stored, and let go at once.
    ///
    /// @param weight in bytes
    // tag::store[]
    public void store(K key, V value, long weight) {
        remove(key);
        if (!makeRoom(weight)) {
            letGo.accept(value);
            return;
        }
        var entry = new CacheEntry<>(key, value, weight);
        put(key, entry);
        policy.added(entry);
        this.weight += weight;
    }

    // end::store[]

    /// A table that finds no memory to grow has the new entry in it all the same.
    private void put(K key, CacheEntry<K, V> entry) {
        try {
            entries.put(key, entry);
        } catch (OutOfMemoryError full) {
            entries.remove(key);
            throw full;
        }
    }

    /// Lets go what is stored under the key, if anything is.
    public void remove(K key) {
        removeEntry(key);
    }

    /// @param key of a victim too, whose type the policy does not know
    private void removeEntry(Object key) {
        var entry = entries.remove(key);
        if (entry != null) {
            policy.removed(entry);
            weight -= entry.weight();
            entry.value().ifPresent(letGo);
        }
    }

    public int size() {
        return entries.size();
    }

    /// All values together, in bytes: never more than the budget.
    public long weight() {
        return weight;
    }
}
