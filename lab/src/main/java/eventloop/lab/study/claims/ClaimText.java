package eventloop.lab.study.claims;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.MarkdownTable;
import eventloop.lab.measure.result.MedianInterval;
import eventloop.lab.measure.result.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Results as one reads them on a terminal.
public final class ClaimText {
    private static final String INDENT = "     ";

    private ClaimText() {}

    /// One claim: the sentence, the figures of both sides, the verdict.
    public static String of(ClaimResult result) {
        return Stream.of(
                        Stream.of("%-4s %s".formatted(result.id(), result.sentence())),
                        below(result).map(INDENT::concat))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Stream<String> below(ClaimResult result) {
        return Stream.of(
                        Stream.of(side(result.first(), result, result.firstSpread())),
                        Stream.of(side(result.second(), result, result.secondSpread())),
                        ratio(result).stream(),
                        Stream.of(verdict(result)),
                        guess(result))
                .flatMap(lines -> lines);
    }

    private static Optional<String> ratio(ClaimResult result) {
        var range = result.interval().map(ClaimText::range).orElse("");
        return result.ratio()
                .map(ratio ->
                        "%s: first to second %s%s"
                                .formatted(result.figure(), Figures.plain(ratio.median()), range));
    }

    private static String verdict(ClaimResult result) {
        var verdict = result.verdict().words().toUpperCase(Locale.ROOT);
        return "%s: %s".formatted(verdict, result.reason());
    }

    private static Stream<String> guess(ClaimResult result) {
        return result.prediction().stream()
                .mapToObj(guess -> "you guessed %s times".formatted(Figures.plain(guess)));
    }

    /// The same, as a row of a Markdown table.
    static String row(ClaimResult result) {
        var words = result.verdict().words();
        var verdict = result.verdict() == Verdict.HOLDS ? words : "**" + words + "**";
        return MarkdownTable.row(
                List.of(
                        result.id(),
                        result.sentence(),
                        result.figure(),
                        cell(result.first(), result, result.firstSpread()),
                        cell(result.second(), result, result.secondSpread()),
                        times(result),
                        verdict + ": " + result.reason()));
    }

    private static String cell(String name, ClaimResult result, Optional<Spread> spread) {
        return spread.map(figures ->
                        "%s: %s %s"
                                .formatted(name, Figures.plain(figures.median()), result.unit())
                                .strip())
                .orElse(name);
    }

    private static String side(String name, ClaimResult result, Optional<Spread> spread) {
        return "%-40s %s"
                .formatted(
                        name,
                        spread.map(figures ->
                                        "%s %s (%s to %s)"
                                                .formatted(
                                                        Figures.plain(figures.median()),
                                                        result.unit(),
                                                        Figures.plain(figures.least()),
                                                        Figures.plain(figures.most())))
                                .orElse("–"));
    }

    /// `1.46 (1.12 to 1.55)`: the median of the rounds, and the [MedianInterval].
    public static String times(ClaimResult result) {
        var interval =
                result.interval()
                        .map(ends ->
                                " (%s to %s)"
                                        .formatted(
                                                Figures.plain(ends.least()),
                                                Figures.plain(ends.most())));
        return result.ratio()
                .map(ratio -> Figures.plain(ratio.median()) + interval.orElse(""))
                .orElse("–");
    }

    private static String range(MedianInterval interval) {
        return ", with %.0f %% certainty between %s and %s"
                .formatted(
                        100 * MedianInterval.CERTAINTY_OF_CLAIMS,
                        Figures.plain(interval.least()),
                        Figures.plain(interval.most()));
    }

    /// The last line: how many of each verdict there are.
    public static String summary(List<ClaimResult> results) {
        return List.of(Verdict.values()).stream()
                .map(verdict ->
                        "%d %s"
                                .formatted(
                                        results.stream()
                                                .filter(result -> result.verdict() == verdict)
                                                .count(),
                                        verdict.words()))
                .collect(Collectors.joining(", "));
    }
}
