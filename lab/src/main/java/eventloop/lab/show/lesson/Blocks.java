package eventloop.lab.show.lesson;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills the places of a page that are not typed. A place names what it shows, and says where it ends:
///
/// ```
/// <!-- code: selector/SelectorLoop#run -->
/// … whatever belongs here, with an empty line before and behind …
/// <!-- end of code -->
/// ```
///
/// @param kinds what fills the places of each kind, by its word: `code`, `claim`
record Blocks(Map<String, Filling> kinds) {
    private static final Pattern PLACE =
            Pattern.compile(
                    "^<!-- (\\w+): (\\S+) -->\\R(.*?)^<!-- end of \\1 -->$",
                    Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern BEGIN =
            Pattern.compile("^<!-- (\\w+): \\S+ -->$", Pattern.MULTILINE);

    /// What belongs into the places of one kind.
    @FunctionalInterface
    interface Filling {
        /// @param name what the place asks for
        /// @param now what stands there
        /// @param page where it stands
        /// @return in Markdown, with an empty line neither before nor behind
        /// @throws IllegalArgumentException if there is nothing of that name
        String of(String name, String now, Path page);
    }

    /// The page as it has to be.
    ///
    /// @throws IllegalArgumentException if a place asks for what there is not, or does not end
    String refresh(Path page, String text) {
        var refreshed =
                PLACE.matcher(text)
                        .replaceAll(place -> Matcher.quoteReplacement(refreshed(page, place)));
        requireEnds(page, refreshed);
        return refreshed;
    }

    private String refreshed(Path page, MatchResult place) {
        if (!kinds.containsKey(place.group(1))) {
            return place.group();
        }
        if (BEGIN.matcher(place.group(3)).find()) {
            throw new IllegalArgumentException(
                    "%s: '%s: %s' does not end before the next one begins"
                            .formatted(page, place.group(1), place.group(2)));
        }
        try {
            return "<!-- %1$s: %2$s -->\n\n%3$s\n\n<!-- end of %1$s -->"
                    .formatted(
                            place.group(1),
                            place.group(2),
                            kinds.get(place.group(1))
                                    .of(place.group(2), place.group(3).strip(), page));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(page + ": " + wrong.getMessage(), wrong);
        }
    }

    private void requireEnds(Path page, String text) {
        var outside = PLACE.matcher(text).replaceAll("");
        BEGIN.matcher(outside)
                .results()
                .filter(begin -> kinds.containsKey(begin.group(1)))
                .findFirst()
                .ifPresent(begin -> {
                    throw new IllegalArgumentException(
                            "%s: '%s' has no end".formatted(page, begin.group()));
                });
    }

    /// What stands in all places of one kind on a page, by their names.
    static Map<String, String> bodies(String kind, String text) {
        var bodies = new LinkedHashMap<String, String>();
        PLACE.matcher(text)
                .results()
                .filter(place -> place.group(1).equals(kind))
                .forEach(place -> bodies.put(place.group(2), place.group(3).strip()));
        return bodies;
    }
}
