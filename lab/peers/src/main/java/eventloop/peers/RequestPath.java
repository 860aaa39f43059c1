package eventloop.peers;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// The path out of what stands in a request's first line: without its query, and decoded.
final class RequestPath {
    private RequestPath() {}

    /// @throws IllegalArgumentException if it cannot be decoded
    static String of(String target) {
        int query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        return path.contains("%")
                ? URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8)
                : path;
    }
}
