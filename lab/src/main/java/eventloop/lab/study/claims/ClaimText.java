package eventloop.lab.study.claims;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.MarkdownTable;
import eventloop.lab.measure.result.MedianInterval;
import eventloop.lab.measure.result.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Results as one reads them on a terminal.
public final class ClaimText {
    private static final String INDENT = "     ";

    private ClaimText() {}

    /// One claim: the sentence, the figures of both sides, the verdict.
    public static String of(ClaimResult result) {
        var text = new StringBuilder();
        line(text, "%-4s %s".formatted(result.id(), result.sentence()));
        line(text, INDENT + side(result.first(), result, result.firstSpread()));
        line(text, INDENT + side(result.second(), result, result.secondSpread()));
        result.ratio()
                .ifPresent(ratio ->
                        line(
                                text,
                                "%s%s: first to second %s%s"
                                        .formatted(
                                                INDENT,
                                                result.figure(),
                                                Figures.plain(ratio.median()),
                                                result.interval()
                                                        .map(ClaimText::range)
                                                        .orElse(""))));
        line(
                text,
                "%s%s: %s"
                        .formatted(
                                INDENT,
                                result.verdict().words().toUpperCase(Locale.ROOT),
                                result.reason()));
        result.prediction()
                .ifPresent(guess ->
                        line(text, INDENT + "you guessed " + Figures.plain(guess) + " times"));
        return text.toString();
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

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
