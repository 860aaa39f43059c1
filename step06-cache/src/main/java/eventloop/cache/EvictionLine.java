package eventloop.cache;

/// A line in which every entry knows its neighbours, so that each can leave it, or go to its end, in a few
/// steps however long it is.
///
/// ```
///   ┌──► mark ◄──► first ◄──► … ◄──► last ◄──┐
///   └────────────────────────────────────────┘
/// ```
/// The mark (a sentinel) is no entry and never goes. Thanks to it each entry has two neighbours at all times, and no
/// method asks whether the line is empty, or an entry its first or last.
final class EvictionLine {
    private final CacheEntry<?, ?> mark = new CacheEntry<>("mark", "mark", 0);

    /// The mark, if the line is empty.
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
        // As in the event queue: an old entry that has gone must not lead to those that go after
        // it.
        entry.before = entry;
        entry.behind = entry;
    }
}
