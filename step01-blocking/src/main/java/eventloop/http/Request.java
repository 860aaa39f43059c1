package eventloop.http;

/// One request, whole and well-formed: its head has been parsed and its body, if it had one, has been
/// received and dropped. Immutable, so any thread may read it.
public record Request(Method method, UrlPath path, Version version, Headers headers)
        implements Parsed {

    /// Whether the answer is to be a head without its body.
    public boolean isHead() {
        return method == Method.HEAD;
    }

    /// Whether the client wants the connection kept after the response (RFC 9112 §9.3).
    public boolean wantsKeepAlive() {
        var connection = headers.value(HeaderName.CONNECTION);
        if (connection.isEmpty()) {
            return version == Version.HTTP_1_1;
        }
        if (hasToken(connection, "close")) {
            return false;
        }
        return version == Version.HTTP_1_1 || hasToken(connection, "keep-alive");
    }

    /// The same request from a client that closes: nothing behind it can be read.
    Request asLastOfConnection() {
        return new Request(method, path, version, headers.add(HeaderName.CONNECTION, "close"));
    }

    private static boolean hasToken(String list, String token) {
        for (var element : list.split(",")) {
            if (element.strip().equalsIgnoreCase(token)) {
                return true;
            }
        }
        return false;
    }
}
