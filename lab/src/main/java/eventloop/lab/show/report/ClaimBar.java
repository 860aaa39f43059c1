package eventloop.lab.show.report;

import eventloop.lab.show.report.plot.SpreadChart.Range;
import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.Expectation;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the ratio of a claim has to lie. A stored claim says so in the words of an [Expectation], and this
/// reads them; for pictures only: verdicts are not made of it.
enum ClaimBar {
    HIGHER(
            "at least ([\\d.,]+) times as high",
            times -> new Range(times, Double.POSITIVE_INFINITY)),
    LOWER("at least ([\\d.,]+) times as low", times -> new Range(0, 1 / times)),
    SAME("within a factor of ([\\d.,]+)", times -> new Range(1 / times, times));

    private final Pattern words;
    private final DoubleFunction<Range> range;

    ClaimBar(String words, DoubleFunction<Range> range) {
        this.words = Pattern.compile(words);
        this.range = range;
    }

    /// Nothing for words that it does not know.
    static Optional<Range> of(ClaimResult claim) {
        return Stream.of(values()).flatMap(bar -> bar.in(claim.expected())).findFirst();
    }

    private Stream<Range> in(String expected) {
        return words.matcher(expected)
                .results()
                .map(found -> Double.parseDouble(found.group(1).replace(",", "")))
                .map(range::apply);
    }
}
