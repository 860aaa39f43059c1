package eventloop.lab.workbench.speed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.MedianInterval;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

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

        /// Some rounds reach the bar and some do not, or the load was too late itself: what it has
        /// measured is not the server.
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

        /// As with claims, one round is no verdict, nor is the median alone: the whole interval in
        /// which it may lie has to be on one side of the bar. Of seven rounds that is so if six
        /// agree. Where there are too few for an interval, all have to agree; and of fewer than
        /// [Tries#LEAST] nothing can be told.
        ///
        /// @param figures of the rounds, at least one
        static Outcome of(double[] figures, DoublePredicate isReached) {
            if (areTooFew(figures)) {
                return CANNOT_TELL;
            }
            var interval = intervalOf(figures);
            boolean isMet = isReached.test(interval.least());
            if (isMet != isReached.test(interval.most())) {
                return CANNOT_TELL;
            }
            return isMet ? MET : MISSED;
        }
    }

    /// Where the median of all rounds that could be made may lie.
    ///
    /// @param figures of those that were made, at least one
    static MedianInterval intervalOf(double... figures) {
        return MedianInterval.of(DoubleStream.of(figures).boxed().toList())
                .orElseGet(() -> {
                    var ends = DoubleStream.of(figures).summaryStatistics();
                    return new MedianInterval(ends.getMin(), ends.getMax());
                });
    }

    private static boolean areTooFew(double... figures) {
        return figures.length < Tries.LEAST;
    }

    /// Why these figures do not tell whether the bar is reached, if they do not.
    static Optional<String> whyUntold(double[] figures, DoublePredicate isReached) {
        if (Outcome.of(figures, isReached) != Outcome.CANNOT_TELL) {
            return Optional.empty();
        }
        return Optional.of(
                areTooFew(figures)
                        ? "fewer than %d are no verdict".formatted(Tries.LEAST)
                        : intervalInWords(figures));
    }

    private static String intervalInWords(double... figures) {
        var interval = intervalOf(figures);
        return "the median is between %s and %s"
                .formatted(Figures.plain(interval.least()), Figures.plain(interval.most()));
    }

    /// The same, judged otherwise.
    ///
    /// @param others to be known beside it
    Bar with(Outcome judged, Stream<String> others) {
        var remarks =
                Stream.concat(Stream.of(remark), others)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("; "));
        return new Bar(work, bar, measured, judged, remarks, rounds, figures);
    }

    /// What came out of two servers' rounds, held against what had to be reached.
    ///
    /// @param beside what one has to know of the servers themselves
    static Bar held(
            String work,
            String bar,
            Pairing pairing,
            Outcome outcome,
            DoublePredicate isReached,
            Stream<String> beside) {
        var remarks =
                Stream.of(
                                Stream.of(pairing.remark()),
                                pairing.votes(isReached).stream(),
                                pairing.whyUntold(isReached).stream(),
                                beside)
                        .flatMap(said -> said)
                        .collect(Collectors.joining("; "));
        return new Bar(work, bar, pairing.spread(), outcome, remarks, pairing.rounds(), List.of());
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
