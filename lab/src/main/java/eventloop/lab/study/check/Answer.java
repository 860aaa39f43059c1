package eventloop.lab.study.check;

import java.util.Map;
import java.util.Optional;

/// A response as it stood on the wire.
///
/// @param headers by their names in small letters
/// @param body empty where none was read
public record Answer(String version, int status, Map<String, String> headers, byte[] body) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// Whether the next request may come on the same connection.
    public boolean keepsConnection() {
        return header("connection")
                .map(option -> !option.equalsIgnoreCase("close"))
                .orElse(version.equals("HTTP/1.1"));
    }
}
