package eventloop.cache;

/// A line in which every entry knows its neighbours, so that each can leave it, or go to its end, in a few
/// steps however long it is.
///
/// ```
///   ┌──► mark ◄──► first ◄──► … ◄──► last ◄──┐
///   └────────────────────────────────────────┘
/// ```
final class EvictionLine {
    private final CacheEntry<?, ?> mark = new CacheEntry<>("mark", "mark", 0);

    CacheEntry<?, ?> first() {
        return mark.behind;
    }

    void addToEnd(CacheEntry<?, ?> entry) {
        entry.before = mark.before;
        entry.behind = mark;
        entry.before.behind = entry;
        mark.before = entry;
    }

    void remove(CacheEntry<?, ?> entry) {
        entry.before.behind = entry.behind;
        entry.behind.before = entry.before;
    }
}
