package eventloop.lab.speed;

import java.util.List;

/// One line of the table: what had to be reached, and what was.
///
/// @param work what the server had to do
/// @param bar in words
/// @param measured in words, with the spread of the rounds
/// @param remark what one has to know beside it; empty if nothing
/// @param rounds the figures behind it, in the order in which they were made
public record Bar(
        String work,
        String bar,
        String measured,
        Outcome outcome,
        String remark,
        List<Round> rounds) {

    public enum Outcome {
        MET("met"),
        MISSED("missed"),
        NOT_MEASURED("not measured");

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
        return new Bar(work, bar, "–", Outcome.NOT_MEASURED, reason, List.of());
    }
}
