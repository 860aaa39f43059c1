package eventloop.lab.show.pages;

import eventloop.lab.measure.result.StoredResult;
import eventloop.lab.show.lesson.RelativeLink;
import eventloop.lab.show.report.Headline;
import eventloop.lab.show.report.ReportData;
import eventloop.lab.study.compare.ComparisonResult;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts stored results into the pages that show them, so that no figure on a page was typed. A page says where a
/// table belongs, and whether it is all of the result or what one looks at first:
///
/// ```
/// <!-- results: NAME -->          or  <!-- glance: NAME -->
/// … made from lab/results/NAME.json …
/// <!-- end of results -->
/// ```
final class StoredTables {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(<!-- (results|glance): ([\\w.-]+) -->\n).*?(<!-- end of results -->)",
                    Pattern.DOTALL);

    private final StoredResults results;

    StoredTables(StoredResults results) {
        this.results = results;
    }

    /// The page with the tables as the stored results have them now.
    ///
    /// @param page where it is, from the course's directory
    /// @throws IllegalArgumentException if the page names a result that is not stored, or a place does not end
    String refresh(String page, String text) {
        var directory = results.course().resolve(page).resolveSibling("");
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(filled(place, directory)));
    }

    private String filled(MatchResult place, Path directory) {
        OwnEnd.require(place);
        var result = results.named(place.group(3));
        var link = RelativeLink.from(directory, results.file(place.group(3)));
        return place.group(1)
                + (place.group(2).equals("glance") ? glance(result, link) : all(result, link))
                + place.group(4);
    }

    private static String glance(StoredResult result, String link) {
        return """

        %s
        %s
        Made %s ([stored](%s)).

        """
                .formatted(result.glance(), answer(result), result.maker(), link);
    }

    /// What a comparison says at its end, as a paragraph of its own.
    private static String answer(StoredResult result) {
        return result instanceof ComparisonResult comparison
                ? "\n%s\n".formatted(Headline.of(ReportData.of(comparison)).inShort())
                : "";
    }

    private static String all(StoredResult result, String link) {
        return """

        %s

        Made %s, and kept in [`%s`](%s).

        """
                .formatted(result.shown(), result.maker(), link, link);
    }
}
