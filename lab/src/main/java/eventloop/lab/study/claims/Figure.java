package eventloop.lab.study.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.PhaseResult;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// What can be read off a server under load.
public enum Figure {
    @JsonProperty("mean response time")
    MEAN("mean response time", Latency::meanMillis),

    @JsonProperty("median response time")
    MEDIAN("median response time", Latency::p50Millis),

    @JsonProperty("p99 response time")
    P99("p99 response time", Latency::p99Millis),

    @JsonProperty("requests/s")
    REQUESTS(
            "requests/s",
            "requests/s",
            sample -> OptionalDouble.of(sample.result().requestsPerSecond())),

    @JsonProperty("context switches per request")
    SWITCHES("context switches per request", "", sample -> sample.work().switchesPerRequest()),

    @JsonProperty("processor time per request")
    PROCESSOR(
            "processor time per request",
            "µs",
            sample -> sample.work().processorMicrosPerRequest()),

    @JsonProperty("processor share")
    SHARE("share of the processor", "", sample -> sample.work().processorShare()),

    @JsonProperty("threads")
    THREADS("threads", "", sample -> sample.threads()),

    @JsonProperty("resident memory")
    MEMORY("resident memory", "MiB", sample -> sample.residentMebibytes());

    private final String words;
    private final String unit;
    private final Function<Sample, OptionalDouble> reading;
    private final Predicate<Sample> lateness;

    /// A response time.
    Figure(String words, ToDoubleFunction<Latency> time) {
        this(
                words,
                "ms",
                sample -> known(sample.result().latency(), time),
                sample -> isLate(sample.result(), time));
    }

    Figure(String words, String unit, Function<Sample, OptionalDouble> reading) {
        this(words, unit, reading, _ -> false);
    }

    Figure(
            String words,
            String unit,
            Function<Sample, OptionalDouble> reading,
            Predicate<Sample> lateness) {
        this.words = words;
        this.unit = unit;
        this.reading = reading;
        this.lateness = lateness;
    }

    /// Without an answer there is no time: none at all is not fast.
    private static OptionalDouble known(Latency latency, ToDoubleFunction<Latency> time) {
        return latency.count() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(time.applyAsDouble(latency));
    }

    private static boolean isLate(PhaseResult result, ToDoubleFunction<Latency> time) {
        return time.applyAsDouble(result.lateness()) > time.applyAsDouble(result.latency()) / 2;
    }

    public String words() {
        return words;
    }

    public String unit() {
        return unit;
    }

    /// Empty where this machine does not tell.
    OptionalDouble of(Sample sample) {
        return reading.apply(sample);
    }

    /// Whether the load generator can be what limits it.
    boolean isThroughput() {
        return this == REQUESTS;
    }

    /// Whether more than half of it may be the generator's own: it asked late, and the time counts from when
    /// it should have asked.
    boolean isLate(Sample sample) {
        return lateness.test(sample);
    }
}
