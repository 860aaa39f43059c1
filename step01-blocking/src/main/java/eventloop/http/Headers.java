package eventloop.http;

import java.util.Arrays;

/// The headers of one request, as far as [HeaderName] lists them. Immutable once the parser has
/// handed the request on.
public final class Headers {
    /// What most requests have: nothing that anybody asks for.
    public static final Headers NONE = new Headers();

    private final String[] values = new String[HeaderName.COUNT];

    private Headers() {
        Arrays.fill(values, "");
    }

    /// Headers of a request that this server asks itself: the cache of step 6 does.
    public static Headers of(HeaderName name, String value) {
        return NONE.add(name, value);
    }

    /// The value, or the empty string where the client did not send this header. Lines of one name are
    /// joined by a comma, which is what they mean (RFC 9110 §5.3).
    public String value(HeaderName name) {
        return values[name.ordinal()];
    }

    public boolean has(HeaderName name) {
        return !value(name).isEmpty();
    }

    /// Adds a line: to these headers, or to new ones if these are [#NONE]. For the parser, before anybody else
    /// sees the request.
    ///
    /// @return the headers with the line
    Headers add(HeaderName name, String value) {
        var target = this == NONE ? new Headers() : this;
        var before = target.values[name.ordinal()];
        target.values[name.ordinal()] = before.isEmpty() ? value : before + ", " + value;
        return target;
    }
}
