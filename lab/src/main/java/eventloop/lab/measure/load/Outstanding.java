package eventloop.lab.measure.load;

/// The requests of one client that have no answer yet, oldest first. A ring, so that a request leaves no
/// garbage.
final class Outstanding {
    private final Target[] targets;
    private final long[] dues;
    private final long[] askedAts;
    private int first;
    private int count;

    /// @param most how many there can be
    Outstanding(int most) {
        targets = new Target[most];
        dues = new long[most];
        askedAts = new long[most];
    }

    /// Only if not [#isFull].
    void add(Target target, long due, long askedAt) {
        int place = (first + count++) % targets.length;
        targets[place] = target;
        dues[place] = due;
        askedAts[place] = askedAt;
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == targets.length;
    }

    /// @param number of the request, from 0 for the oldest
    Target target(int number) {
        return targets[(first + number) % targets.length];
    }

    /// When the oldest was asked.
    long askedAt() {
        return askedAts[first];
    }

    /// Takes away the oldest.
    ///
    /// @return when it was due
    long remove() {
        long due = dues[first];
        first = (first + 1) % targets.length;
        count--;
        return due;
    }

    /// Takes away all.
    ///
    /// @return when they were due
    long[] removeAll() {
        var all = new long[count];
        for (int i = 0; i < all.length; i++) {
            all[i] = remove();
        }
        return all;
    }
}
