package eventloop.exercises.step06.sieve;

import eventloop.cache.CacheEntry;
import eventloop.cache.EvictionPolicy;
import java.util.IdentityHashMap;
import java.util.Map;

/// SIEVE (Zhang and others, "SIEVE is Simpler than LRU", NSDI 2024). Entries stand in a line in the order in which they
/// came, and a hit moves nobody: it only marks the entry as visited. A hand goes along the line, from the oldest to the
/// newest, and then begins again. It takes the mark from whom it finds visited, and stops at the first who is not:
///
/// ```
///   mark ◄──► oldest ◄──► … ◄──► newest ◄──► mark
///                  hand ──►
/// ```
public final class Sieve implements EvictionPolicy {
    /// An entry's place in the line.
    private static final class Place {
        private final CacheEntry<?, ?> entry;
        private Place older = this;
        private Place newer = this;
        private boolean visited;

        private Place(CacheEntry<?, ?> entry) {
            this.entry = entry;
        }

        private void insertBefore(Place next) {
            older = next.older;
            newer = next;
            older.newer = this;
            next.older = this;
        }

        private void leave() {
            older.newer = newer;
            newer.older = older;
        }
    }

    private final Map<CacheEntry<?, ?>, Place> places = new IdentityHashMap<>();

    /// Where the line ends and begins. It stands for no entry.
    private final Place mark = new Place(null);

    private Place hand = mark;

    @Override
    public void added(CacheEntry<?, ?> entry) {
        var place = new Place(entry);
        places.put(entry, place);
        place.insertBefore(mark);
    }

    @Override
    public void used(CacheEntry<?, ?> entry) {
    }

    @Override
    public void removed(CacheEntry<?, ?> entry) {
        var place = places.remove(entry);
        place.leave();
    }

    @Override
    public CacheEntry<?, ?> victim() {
        return mark.newer.entry;
    }
}
