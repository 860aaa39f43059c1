package eventloop.exercises.step06.line;

import eventloop.cache.CacheEntry;
import eventloop.cache.EvictionPolicy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/// LRU for the cache of step 6, on your line: each entry gets a slot when it comes, and gives it back when it goes.
public final class ArrayLru implements EvictionPolicy {
    private final ArrayLine line;
    private final CacheEntry<?, ?>[] entries;
    private final Map<CacheEntry<?, ?>, Integer> slots = new IdentityHashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    /// @param most entries that the cache will ever have at once
    public ArrayLru(int most) {
        line = new ArrayLine(most);
        entries = new CacheEntry<?, ?>[most];
        for (int slot = 0; slot < most; slot++) {
            free.add(slot);
        }
    }

    @Override
    public void added(CacheEntry<?, ?> entry) {
        int slot = free.remove();
        slots.put(entry, slot);
        entries[slot] = entry;
        line.addToEnd(slot);
    }

    @Override
    public void used(CacheEntry<?, ?> entry) {
        int slot = slots.get(entry);
        line.remove(slot);
        line.addToEnd(slot);
    }

    @Override
    public void removed(CacheEntry<?, ?> entry) {
        int slot = slots.remove(entry);
        line.remove(slot);
        free.add(slot);
    }

    @Override
    public CacheEntry<?, ?> victim() {
        return entries[line.first()];
    }
}
