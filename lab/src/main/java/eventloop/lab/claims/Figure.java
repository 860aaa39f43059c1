package eventloop.lab.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What can be read off a server under load.
public enum Figure {
    @JsonProperty("mean response time")
    MEAN("mean response time", "ms", sample -> known(sample.result().latency().meanMillis())),

    @JsonProperty("median response time")
    MEDIAN("median response time", "ms", sample -> known(sample.result().latency().p50Millis())),

    @JsonProperty("p99 response time")
    P99("p99 response time", "ms", sample -> known(sample.result().latency().p99Millis())),

    @JsonProperty("requests/s")
    REQUESTS("requests/s", "requests/s", sample -> known(sample.result().requestsPerSecond())),

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

    Figure(String words, String unit, Function<Sample, OptionalDouble> reading) {
        this.words = words;
        this.unit = unit;
        this.reading = reading;
    }

    private static OptionalDouble known(double value) {
        return OptionalDouble.of(value);
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
}
