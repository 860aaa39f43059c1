package eventloop.lab.show.site;

import java.util.List;
import java.util.regex.Pattern;

/// The places within a page to which a link can lead.
final class Anchors {
    private static final Pattern ANY = Pattern.compile(" id=\"([^\"]+)\"");

    private Anchors() {}

    /// Of the headings of one level, in their order.
    static List<String> ofLevel(int level, String html) {
        return Pattern.compile("<h%d id=\"([^\"]+)\"".formatted(level))
                .matcher(html)
                .results()
                .map(heading -> heading.group(1))
                .toList();
    }

    static List<String> of(String html) {
        return ANY.matcher(html).results().map(place -> place.group(1)).toList();
    }
}
