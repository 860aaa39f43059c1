package eventloop.lab.study.wire;

import java.util.Map;
import java.util.Optional;

/// A response as it stood on the wire.
///
/// @param line the status line
/// @param headers by their names in small letters; what stands in several lines, joined by commas
/// @param body empty where none was read
public record Answer(String line, Map<String, String> headers, byte[] body) {
    private static final int VERSION_LENGTH = "HTTP/1.1".length();

    public String version() {
        return line.substring(0, VERSION_LENGTH);
    }

    public int status() {
        return Integer.parseInt(line.substring(VERSION_LENGTH + 1, VERSION_LENGTH + 4));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// Whether the server says that it closes the connection behind this answer.
    public boolean saysClose() {
        return header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    /// Whether the next request may come on the same connection.
    public boolean keepsConnection() {
        return header("connection")
                .map(option -> !option.equalsIgnoreCase("close"))
                .orElse(version().equals("HTTP/1.1"));
    }

    Answer with(byte[] body) {
        return new Answer(line, headers, body);
    }
}
