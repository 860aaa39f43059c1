package eventloop.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Those headers of one request that somebody reads: see [HeaderName]. Immutable.
public final class Headers {
    /// What most requests have: nothing that anybody reads.
    public static final Headers NONE = new Headers();

    private record Line(HeaderName name, String value) {}

    private final Line[] lines;

    private Headers(Line... lines) {
        this.lines = lines;
    }

    /// Headers of a request that this server asks itself: the cache of step 6 does.
    public static Headers of(HeaderName name, String value) {
        return NONE.with(name, value);
    }

    /// Whether the client has sent nothing that anybody reads.
    public boolean isEmpty() {
        return lines.length == 0;
    }

    /// These headers and one line more.
    Headers with(HeaderName name, String value) {
        var more = Arrays.copyOf(lines, lines.length + 1);
        more[lines.length] = new Line(name, value);
        return new Headers(more);
    }

    /// About how much it keeps: one for each character of a value.
    int keptBytes() {
        int kept = 0;
        for (var line : lines) {
            kept += line.value.length();
        }
        return kept;
    }

    /// The value, or the empty string where the client did not send this header. Lines of one name are
    /// joined by a comma, which is what they mean (RFC 9110 §5.3). It is no `Optional`, as that of
    /// [Response#value] is: a header that says nothing counts as one that was not sent, so the empty string is both.
    public String value(HeaderName name) {
        int first = next(name, 0);
        if (first == lines.length) {
            return "";
        }
        return next(name, first + 1) == lines.length ? lines[first].value : joined(name);
    }

    public boolean has(HeaderName name) {
        return next(name, 0) < lines.length;
    }

    /// The index of the next line of this name that says something, or the number of lines.
    private int next(HeaderName name, int from) {
        int i = from;
        while (i < lines.length && (lines[i].name != name || lines[i].value.isEmpty())) {
            i++;
        }
        return i;
    }

    private String joined(HeaderName name) {
        return Arrays.stream(lines)
                .filter(line -> line.name == name && !line.value.isEmpty())
                .map(Line::value)
                .collect(Collectors.joining(", "));
    }
}
