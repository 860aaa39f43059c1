package eventloop.lab.observe;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Adds up the context switches of all threads of a process between a first look and a last.
///
/// Linux counts them for each thread that is there, and forgets the count when the thread ends. So one has
/// to look again and again: a thread that ends is counted up to the last look at it, one that begins and
/// ends between two looks not at all.
final class ContextSwitches {
    private final ProcessFiles files;
    private final Map<Integer, Long> before;
    private final Map<Integer, Long> latest;
    private Set<Integer> alive;
    private int threadsEnded;

    ContextSwitches(ProcessFiles files) {
        this.files = files;
        before = files.contextSwitchesByThread();
        latest = new HashMap<>(before);
        alive = before.keySet();
    }

    void look() {
        var now = files.contextSwitchesByThread();
        threadsEnded += (int) alive.stream().filter(thread -> !now.containsKey(thread)).count();
        alive = now.keySet();
        // The kernel may give the number of a thread that has ended to a new one, but goes through
        // all
        // others first.
        latest.putAll(now);
    }

    long total() {
        return latest.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    /// Whether there was anything to be seen at all.
    boolean areKnown() {
        return !latest.isEmpty();
    }

    int threadsEnded() {
        return threadsEnded;
    }
}
