package eventloop.lab.show.pages;

import eventloop.lab.show.lesson.RelativeLink;
import eventloop.lab.show.report.ClientsAtOnce;
import eventloop.lab.show.report.Report;
import eventloop.lab.show.report.ReportData;
import eventloop.lab.show.report.plot.Picture;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.study.vast.VastResult;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Draws pictures of stored results for the pages that show them, light and dark. A page says which:
///
/// ```
/// <!-- picture: requests-per-second of comparison -->
/// … drawn from lab/results/comparison.json, as far as one looks at that first …
/// <!-- end of picture -->
/// ```
final class StoredPictures {
    private static final String DIRECTORY = "lab/results/pictures";

    private static final Pattern PLACE =
            Pattern.compile(
                    "(<!-- picture: ([\\w.-]+) of ([\\w.-]+) -->\n).*?(<!-- end of picture -->)",
                    Pattern.DOTALL);

    private final StoredResults results;
    private final Map<String, List<Picture>> drawn = new HashMap<>();

    StoredPictures(StoredResults results) {
        this.results = results;
    }

    /// The page with its pictures in their places.
    ///
    /// @param page where it is, from the course's directory
    /// @throws IllegalArgumentException if there is no such picture or result, or a place has no end
    String refresh(String page, String text) {
        var directory = results.course().resolve(page).resolveSibling("");
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                place.group(1) + shown(place, directory) + place.group(4)));
    }

    private String shown(MatchResult place, Path directory) {
        OwnEnd.require(place);
        return """
        <picture>
          <source media="(prefers-color-scheme: dark)" srcset="%s">
          <img alt="%s" src="%s">
        </picture>
        """
                .formatted(
                        RelativeLink.from(directory, file(place, "dark")),
                        picture(place).title(),
                        RelativeLink.from(directory, file(place, "light")));
    }

    /// The files that the page shows, and what has to be in them.
    Map<Path, String> files(String text) {
        var files = new LinkedHashMap<Path, String>();
        PLACE.matcher(text)
                .results()
                .forEach(place -> {
                    files.put(file(place, "light"), picture(place).lightFile());
                    files.put(file(place, "dark"), picture(place).darkFile());
                });
        return files;
    }

    private Path file(MatchResult place, String paper) {
        return results.course()
                .resolve(DIRECTORY)
                .resolve("%s-%s-%s.svg".formatted(place.group(3), place.group(2), paper));
    }

    private Picture picture(MatchResult place) {
        return drawn.computeIfAbsent(place.group(3), this::pictures).stream()
                .filter(picture -> picture.name().equals(place.group(2)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no picture " + place.group(2)));
    }

    private List<Picture> pictures(String name) {
        return switch (results.named(name)) {
            case ComparisonResult comparison ->
                    Report.pictures(ReportData.of(comparison.atAGlance())).toList();
            case VastResult vast -> List.of(ClientsAtOnce.of(vast).picture());
            default -> throw new IllegalArgumentException("there are no pictures of " + name);
        };
    }
}
