package eventloop.lab.show.pages;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether a place that a page leaves to be filled in has an end of its own.
final class OwnEnd {
    private static final Pattern BEGIN =
            Pattern.compile("^[ \\t]*<!-- \\w+: .+ -->", Pattern.MULTILINE);

    private OwnEnd() {}

    /// Without one, what is written by hand from there to the end of the next place would be lost.
    ///
    /// @param place from its marker to the first end behind it
    /// @throws IllegalArgumentException if another place begins in between
    static void require(MatchResult place) {
        var text = place.group();
        if (BEGIN.matcher(text).results().count() > 1) {
            throw new IllegalArgumentException(
                    "'%s' does not end before the next one begins"
                            .formatted(text.lines().findFirst().orElseThrow()));
        }
    }
}
