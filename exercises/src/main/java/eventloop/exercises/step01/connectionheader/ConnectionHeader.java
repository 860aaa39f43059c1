package eventloop.exercises.step01.connectionheader;

import java.util.List;
import java.util.stream.Stream;

/// What a client says about its connection.
public final class ConnectionHeader {
    private ConnectionHeader() {}

    /// @param version `HTTP/1.0` or `HTTP/1.1`
    /// @param lines the values of the request's `Connection` headers, one for each line
    public static boolean wantsToStay(String version, List<String> lines) {
        if (version.equals("HTTP/1.1")) {
            return !lines.contains("close");
        }
        return lines.contains("keep-alive");
    }
}
