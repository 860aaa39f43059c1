package eventloop.lab.study.blackbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What was done, and what should have come of it. No part is longer than a few lines.
///
/// @param sent what the client sent, or did
/// @param tryIt a command that does the same, for one's own terminal; may be empty
/// @param came what the server made of it
/// @param expected what was due
public record Transcript(
        String sent, String tryIt, String came, String expected, String why, String lookAt) {
    private static final int COLUMN = 10;

    /// Each part on lines of its own, behind its name.
    String text(String indent) {
        return parts().entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part(part.getKey(), part.getValue(), indent))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("sent", sent);
        parts.put("try it", tryIt);
        parts.put("came", came);
        parts.put("expected", expected);
        parts.put("why", why);
        parts.put("look at", lookAt);
        return parts;
    }

    private static String part(String name, String text, String indent) {
        var first = indent + name + " ".repeat(COLUMN - name.length());
        var next = "\n" + indent + " ".repeat(COLUMN);
        return first + text.lines().collect(Collectors.joining(next));
    }
}
