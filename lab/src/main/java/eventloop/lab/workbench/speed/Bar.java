package eventloop.lab.workbench.speed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/// One line of the table: what had to be reached, and what was.
///
/// @param work what the server had to do
/// @param bar in words
/// @param measured in words, with the spread of the rounds
/// @param remark what one has to know beside it; empty if nothing
/// @param rounds the figures behind it, in the order in which they were made
/// @param figures the same, where they are not of rounds of requests; results stored before there were any have
///     none
public record Bar(
        String work,
        String bar,
        String measured,
        Outcome outcome,
        String remark,
        List<Round> rounds,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Double> figures) {

    public enum Outcome {
        MET("met"),
        MISSED("missed"),

        /// The load was too late itself: what it has measured is not the server.
        CANNOT_TELL("cannot tell"),

        /// Servers waited for the load: what they can do is not known.
        LOAD_WAS_THE_LIMIT("the load was the limit"),

        NOT_MEASURED("not measured"),

        /// There is nothing to reach: the figure is there to be known.
        NO_BAR("");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        static Outcome of(boolean isMet) {
            return isMet ? MET : MISSED;
        }
    }

    static Bar notMeasured(String work, String bar, String reason) {
        return new Bar(work, bar, "–", Outcome.NOT_MEASURED, reason, List.of(), List.of());
    }

    /// The same where there is nothing to reach.
    static Bar figureNotMeasured(String work, String figure, String reason) {
        return new Bar(work, figure, "–", Outcome.NO_BAR, reason, List.of(), List.of());
    }

    static Bar withoutBar(String work, String figure, Pairing pairing, String remark) {
        return new Bar(
                work,
                figure,
                pairing.spread(),
                Outcome.NO_BAR,
                remark,
                pairing.rounds(),
                List.of());
    }

    /// Whether there is something to reach.
    @JsonIgnore
    public boolean isHeld() {
        return outcome != Outcome.NO_BAR;
    }
}
