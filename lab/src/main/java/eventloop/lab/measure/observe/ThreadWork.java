package eventloop.lab.measure.observe;

/// What a thread has done so far, or several together.
///
/// @param voluntarySwitches times that it gave up its processor because it had to wait
/// @param forcedSwitches times that its processor was taken from it because another's turn had come
/// @param processorNanos how long it has had a processor
record ThreadWork(long voluntarySwitches, long forcedSwitches, long processorNanos) {
    static final ThreadWork NONE = new ThreadWork(0, 0, 0);

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
