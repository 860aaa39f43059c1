package eventloop.lab.show.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the markers of a page that nobody would fill in: a slip in one of them leaves there for ever what stood there
/// first. Whoever fills in looks for what it knows, and cannot tell a slip from a place of somebody else's.
final class Markers {
    private static final Pattern COMMENT = Pattern.compile("^[ \\t]*<!--.*", Pattern.MULTILINE);
    private static final Pattern END = Pattern.compile("<!-- end of (\\w+) -->");
    private static final Pattern BEGIN = Pattern.compile("<!-- (\\w+): (.+) -->");

    private static final String NAME = "[\\w.-]+";

    /// What is asked for, by the kind of the place.
    private static final Map<String, String> KINDS =
            Map.of(
                    "code",
                    "\\S+",
                    "claim",
                    "[A-Z]\\d\\d",
                    "console",
                    NAME,
                    "peers",
                    NAME,
                    "exercises",
                    "step\\d\\d",
                    "projection",
                    NAME,
                    "results",
                    NAME,
                    "glance",
                    NAME,
                    "picture",
                    NAME + " of " + NAME,
                    "session",
                    "(short|whole) \\d+ .+");

    private Markers() {}

    /// @param text of a page
    /// @return what is wrong with each of them, in words
    static List<String> wrong(String text) {
        var wrong = new ArrayList<String>();
        var open = Optional.<String>empty();
        for (var marker : COMMENT.matcher(text).results().map(found -> found.group()).toList()) {
            var end = END.matcher(marker);
            if (end.matches()) {
                if (!open.map(Markers::end).equals(Optional.of(end.group(1)))) {
                    wrong.add(marker + " ends nothing");
                }
                open = Optional.empty();
                continue;
            }
            open.map(begun -> begun + " has no end").ifPresent(wrong::add);
            open = Optional.of(marker);
            if (!isKnown(marker)) {
                wrong.add(marker + " is no marker");
            }
        }
        open.map(begun -> begun + " has no end").ifPresent(wrong::add);
        return wrong;
    }

    private static boolean isKnown(String marker) {
        var begin = BEGIN.matcher(marker);
        return begin.matches()
                && KINDS.containsKey(begin.group(1))
                && begin.group(2).matches(KINDS.get(begin.group(1)));
    }

    /// A glance is one of the results.
    private static String end(String marker) {
        return marker.replaceFirst("^\\W*(\\w+).*", "$1").replace("glance", "results");
    }
}
