package eventloop.lab.report;

import eventloop.lab.claims.ClaimResult;
import eventloop.lab.report.plot.SpreadChart.Range;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the ratio of a claim has to lie. A stored claim says so in words, and this reads them; for a picture
/// only: verdicts are not made of it.
enum Bar {
    AT_LEAST("at least ([\\d.]+) times", found -> new Range(number(found, 1), infinity())),
    AT_MOST("at most ([\\d.]+) times", found -> new Range(0, number(found, 1))),
    BETWEEN(
            "between ([\\d.]+) and ([\\d.]+) times",
            found -> new Range(number(found, 1), number(found, 2))),
    WITHIN("within ([\\d.]+) ?%", found -> around(number(found, 1) / 100));

    private final Pattern words;
    private final Function<MatchResult, Range> range;

    Bar(String words, Function<MatchResult, Range> range) {
        this.words = Pattern.compile(words);
        this.range = range;
    }

    /// Nothing for words that it does not know.
    static Optional<Range> of(ClaimResult claim) {
        return Stream.of(values()).flatMap(bar -> bar.in(claim.expected())).findFirst();
    }

    private Stream<Range> in(String expected) {
        return words.matcher(expected).results().map(range);
    }

    private static double number(MatchResult found, int group) {
        return Double.parseDouble(found.group(group));
    }

    private static double infinity() {
        return Double.POSITIVE_INFINITY;
    }

    private static Range around(double share) {
        return new Range(1 / (1 + share), 1 + share);
    }
}
