package eventloop.lab.study.vast;

import com.fasterxml.jackson.annotation.JsonProperty;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.result.Bytes;
import eventloop.lab.study.vast.Stand.Held;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a run tells of a server that has held a level: the less, the better.
public enum CrowdFigure {
    @JsonProperty("time until all are served")
    UNTIL_SERVED(
            "time until all are served",
            "s",
            (held, _) -> OptionalDouble.of(held.secondsUntilServed())),

    /// Also of clients that were still waiting when the others had been served: they have not failed. And of warm-up and
    /// lead-in, in which they ask again for the first time. Not known of results that were stored without these.
    @JsonProperty("requests without the right answer")
    UNANSWERED(
            "requests without the right answer",
            "",
            (held, clients) ->
                    held.allWereLookedAt()
                            ? OptionalDouble.of(
                                    clients
                                            - held.arrival().answered()
                                            + held.afterArrival().failures().count())
                            : OptionalDouble.empty()),

    @JsonProperty("share of a processor while nobody asks")
    IDLE("share of a processor while nobody asks", "", (held, _) -> held.idleProcessorShare()),

    @JsonProperty("mean response time")
    MEAN(
            "mean response time",
            "ms",
            (held, _) ->
                    held.paced().counts()
                            ? OptionalDouble.of(held.paced().latency().meanMillis())
                            : OptionalDouble.empty()) {
        @Override
        boolean mayBeAnothers(Held held) {
            return held.paced().isLate(Latency::meanMillis) || held.isBesideOthers();
        }
    },

    /// Of all processes; what they share is divided among them, for it is there once.
    @JsonProperty("memory")
    MEMORY("memory", "MiB", (held, _) -> mebibytes(held.memory().proportionalBytes()));

    private interface Reading {
        OptionalDouble of(Held held, int clients);
    }

    private final String words;
    private final String unit;
    private final Reading reading;

    CrowdFigure(String words, String unit, Reading reading) {
        this.words = words;
        this.unit = unit;
        this.reading = reading;
    }

    private static OptionalDouble mebibytes(OptionalLong bytes) {
        return bytes.stream().mapToDouble(Bytes::mebibytes).findFirst();
    }

    String words() {
        return words;
    }

    String unit() {
        return unit;
    }

    /// Whether a good part of the figure may be of the load, or of other programs.
    boolean mayBeAnothers(Held held) {
        return false;
    }

    /// Empty where this machine does not tell, or the server did not take the load.
    ///
    /// @param clients of the level
    OptionalDouble of(Held held, int clients) {
        return reading.of(held, clients);
    }
}
