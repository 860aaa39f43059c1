package eventloop.lab.study.vast;

import com.fasterxml.jackson.annotation.JsonProperty;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.study.vast.Stand.Held;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/// What a run tells of a server that has held a level: the less, the better.
public enum CrowdFigure {
    @JsonProperty("time until all are served")
    UNTIL_SERVED(
            "time until all are served", "s", held -> OptionalDouble.of(held.secondsUntilServed())),

    @JsonProperty("requests without the right answer")
    UNANSWERED(
            "requests without the right answer",
            "",
            held -> OptionalDouble.of(held.arrival().failed() + held.paced().failed())),

    @JsonProperty("share of a processor while nobody asks")
    IDLE("share of a processor while nobody asks", "", Held::idleProcessorShare),

    @JsonProperty("mean response time")
    MEAN(
            "mean response time",
            "ms",
            held ->
                    held.paced().counts()
                            ? OptionalDouble.of(held.paced().latency().meanMillis())
                            : OptionalDouble.empty()) {
        @Override
        boolean mayBeTheLoads(Held held) {
            return held.paced().isLate(Latency::meanMillis);
        }
    },

    /// Of all processes; what they share counts once, for it is there once.
    @JsonProperty("memory")
    MEMORY("memory", "MiB", held -> mebibytes(held.memory().proportionalBytes()));

    private static final double MEBIBYTE = 1 << 20;

    private final String words;
    private final String unit;
    private final Function<Held, OptionalDouble> reading;

    CrowdFigure(String words, String unit, Function<Held, OptionalDouble> reading) {
        this.words = words;
        this.unit = unit;
        this.reading = reading;
    }

    private static OptionalDouble mebibytes(OptionalLong bytes) {
        return bytes.isPresent()
                ? OptionalDouble.of(bytes.getAsLong() / MEBIBYTE)
                : OptionalDouble.empty();
    }

    String words() {
        return words;
    }

    String unit() {
        return unit;
    }

    /// Whether more than half of the figure may be the load's own.
    boolean mayBeTheLoads(Held held) {
        return false;
    }

    /// Empty where this machine does not tell, or the server did not take the load.
    OptionalDouble of(Held held) {
        return reading.apply(held);
    }
}
