package eventloop.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A response as it stood on the wire.
///
/// @param headers in the order in which they came
public record RawResponse(
        String version, int status, String reason, List<Header> headers, byte[] body) {

    /// One header line.
    public record Header(String name, String value) {}

    /// All values of the header, joined by a comma; empty if there is none.
    public String header(String name) {
        return String.join(", ", values(name));
    }

    /// One value for each line of this name.
    public List<String> values(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    public boolean has(String name) {
        return !values(name).isEmpty();
    }

    public long contentLength() {
        return Long.parseLong(header("Content-Length"));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// Without the body, which may be 64 MiB: for messages of failing tests.
    @Override
    public String toString() {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(
                        Collectors.joining(
                                "\n",
                                "%s %d %s\n".formatted(version, status, reason),
                                "\n(%d bytes)".formatted(body.length)));
    }
}
