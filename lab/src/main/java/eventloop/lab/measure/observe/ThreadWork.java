package eventloop.lab.measure.observe;

import java.util.Map;

/// What a thread has done so far, or several together.
///
/// @param voluntarySwitches times that it gave up its processor because it had to wait
/// @param forcedSwitches times that its processor was taken from it because another's turn had come
/// @param processorNanos how long it has had a processor
record ThreadWork(long voluntarySwitches, long forcedSwitches, long processorNanos) {
    static final ThreadWork NONE = new ThreadWork(0, 0, 0);

    /// What threads have done, together, between two looks at them. Those that have ended meanwhile are left out,
    /// with what they had done before: the kernel forgets it with them.
    ///
    /// @param before by the thread's number, as `after`: the kernel may give that of a thread that has ended to a new
    ///     one, but goes through all others first
    static ThreadWork between(Map<Integer, ThreadWork> before, Map<Integer, ThreadWork> after) {
        return after.entrySet().stream()
                .map(thread -> thread.getValue().since(before.getOrDefault(thread.getKey(), NONE)))
                .reduce(NONE, ThreadWork::plus);
    }

    ThreadWork plus(ThreadWork other) {
        return new ThreadWork(
                voluntarySwitches + other.voluntarySwitches,
                forcedSwitches + other.forcedSwitches,
                processorNanos + other.processorNanos);
    }

    ThreadWork since(ThreadWork before) {
        return new ThreadWork(
                voluntarySwitches - before.voluntarySwitches,
                forcedSwitches - before.forcedSwitches,
                processorNanos - before.processorNanos);
    }

    long switches() {
        return voluntarySwitches + forcedSwitches;
    }

    double processorSeconds() {
        return processorNanos / 1e9;
    }
}
