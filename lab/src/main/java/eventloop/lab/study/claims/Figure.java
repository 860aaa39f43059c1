package eventloop.lab.study.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// What can be read off a server under load.
public enum Figure {
    @JsonProperty("mean response time")
    MEAN("mean response time", "How long does an answer take on average?", Latency::meanMillis),

    @JsonProperty("median response time")
    MEDIAN(
            "median response time",
            "How long do most wait: half of the answers come sooner, half later (the median)?",
            Latency::p50Millis),

    @JsonProperty("p99 response time")
    P99(
            "p99 response time",
            "How long does an answer take, if only one in a hundred takes longer?",
            Latency::p99Millis),

    @JsonProperty("time until all are served")
    UNTIL_ALL(
            "time until all are served",
            "ms",
            "How long does it take until the last of all clients has an answer?",
            sample -> untilAllAreServed(sample.result()),
            Sample::isLimitedByTheLoad),

    @JsonProperty("requests/s")
    REQUESTS(
            "requests/s",
            "requests/s",
            "How many requests a second are answered?",
            sample -> OptionalDouble.of(sample.result().requestsPerSecond())),

    @JsonProperty("context switches per request")
    SWITCHES(
            "context switches per request",
            "",
            "How often does the processor change threads, for each request?",
            sample -> sample.work().switchesPerRequest()),

    @JsonProperty("processor time per request")
    PROCESSOR(
            "processor time per request",
            "µs",
            "How long does the server keep the processor busy, for each request?",
            sample -> sample.work().processorMicrosPerRequest()),

    @JsonProperty("processor share")
    SHARE(
            "share of the processor",
            "",
            "What share of its time is the processor busy?",
            sample -> sample.work().processorShare()),

    @JsonProperty("threads")
    THREADS("threads", "", "How many threads does the server have?", Sample::threads),

    @JsonProperty("resident memory")
    MEMORY(
            "resident memory",
            "MiB",
            "How much memory does the server take?",
            Sample::residentMebibytes);

    private final String words;
    private final String unit;
    private final String question;
    private final Function<Sample, OptionalDouble> reading;
    private final Predicate<Sample> lateness;

    /// A response time.
    Figure(String words, String question, ToDoubleFunction<Latency> time) {
        this(
                words,
                "ms",
                question,
                sample -> known(sample.result().latency(), time),
                sample -> sample.result().isLate(time));
    }

    Figure(String words, String unit, String question, Function<Sample, OptionalDouble> reading) {
        this(words, unit, question, reading, _ -> false);
    }

    Figure(
            String words,
            String unit,
            String question,
            Function<Sample, OptionalDouble> reading,
            Predicate<Sample> lateness) {
        this.words = words;
        this.unit = unit;
        this.question = question;
        this.reading = reading;
        this.lateness = lateness;
    }

    /// Without an answer there is no time: none at all is not fast.
    private static OptionalDouble known(Latency latency, ToDoubleFunction<Latency> time) {
        return latency.count() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(time.applyAsDouble(latency));
    }

    /// Of a connect storm; that nobody was left without an answer in it is seen by [Soundness].
    private static OptionalDouble untilAllAreServed(PhaseResult result) {
        return result.phase() instanceof Phase.Arrival
                ? OptionalDouble.of(result.seconds() * 1000)
                : OptionalDouble.empty();
    }

    public String words() {
        return words;
    }

    public String unit() {
        return unit;
    }

    /// What one asks to have it, in words for who has not heard of it.
    String question() {
        return question;
    }

    /// Empty where this machine does not tell.
    OptionalDouble of(Sample sample) {
        return reading.apply(sample);
    }

    /// Whether the load generator can be what limits it.
    boolean isThroughput() {
        return this == REQUESTS;
    }

    /// Whether it is whole even if some clients have no answer at all, as long as others are answered instead.
    boolean isOfTheAnswered() {
        return this == REQUESTS || this == PROCESSOR;
    }

    /// Whether more than half of it may be the generator's own: it asked late, and the time counts from when
    /// it should have asked.
    boolean isLate(Sample sample) {
        return lateness.test(sample);
    }
}
