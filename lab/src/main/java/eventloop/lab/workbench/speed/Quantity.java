package eventloop.lab.workbench.speed;

import java.util.function.ToDoubleFunction;

/// In what servers are compared. [#advantage] is above 1 for the better one, whatever better means.
public enum Quantity {
    REQUESTS("requests/s", "requests/s", Round::requestsPerSecond, true),
    PROCESSOR("processor time per request", "µs", Round::processorMicros, false),
    MEAN("mean response time", "ms", Round::meanMillis, false),
    P99("p99 response time", "ms", Round::p99Millis, false);

    private final String words;
    private final String unit;
    private final ToDoubleFunction<Round> reading;
    private final boolean isBetterHigher;

    Quantity(String words, String unit, ToDoubleFunction<Round> reading, boolean isBetterHigher) {
        this.words = words;
        this.unit = unit;
        this.reading = reading;
        this.isBetterHigher = isBetterHigher;
    }

    public String words() {
        return words;
    }

    public String unit() {
        return unit;
    }

    boolean isBetterHigher() {
        return isBetterHigher;
    }

    double of(Round round) {
        return reading.applyAsDouble(round);
    }

    /// How many times better `one` did than `other`.
    double advantage(Round one, Round other) {
        return isBetterHigher ? of(one) / of(other) : of(other) / of(one);
    }
}
