package eventloop.lab.observe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adds up the context switches of all threads of a process between a first look and a last.
///
/// Linux counts them for each thread that is there, and forgets the count when the thread ends. So one has
/// to look again and again: a thread that ends is counted up to the last look at it, one that begins and
/// ends between two looks not at all.
final class ContextSwitches {
    private final ProcessFiles files;
    private final Map<Integer, Switches> before;
    private final Map<Integer, Switches> latest;
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
        // The kernel may give the number of a thread that has ended to a new one, but goes
        // through all others first.
        latest.putAll(now);
    }

    /// Nothing where the operating system does not tell.
    Optional<Switches> total() {
        return latest.entrySet().stream()
                .map(thread ->
                        thread.getValue()
                                .since(before.getOrDefault(thread.getKey(), Switches.NONE)))
                .reduce(Switches::plus);
    }

    int threadsEnded() {
        return threadsEnded;
    }
}
