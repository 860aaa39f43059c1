package eventloop.lab.study.blackbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The command that sends the same request from a terminal: curl where it can, and the bare bytes where the request
/// is one that curl would not make.
final class CurlCommand {
    private static final Pattern PLAIN = Pattern.compile("[\\w:/.%-]*");

    private CurlCommand() {}

    static String of(URI server, String request) {
        var lines = request.split("\r\n", -1);
        var words = lines[0].split(" ");
        boolean isOneRequest =
                request.endsWith("\r\n\r\n") && request.indexOf("\r\n\r\n") == request.length() - 4;
        if (!isOneRequest || words.length != 3 || !words[1].startsWith("/")) {
            return bytes(server, request);
        }
        var options = new ArrayList<String>(List.of("curl -i"));
        switch (words[0]) {
            case "GET" -> {}
            case "HEAD" -> options.add("--head");
            default -> options.add("-X " + words[0]);
        }
        if (words[2].equals("HTTP/1.0")) {
            options.add("--http1.0");
        }
        if (words[1].toLowerCase(Locale.ROOT).matches(".*/(\\.|%2e){2}.*")) {
            options.add("--path-as-is");
        }
        var headers = List.of(lines).subList(1, lines.length - 2);
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            options.add("-H Host:");
        }
        headers.stream()
                .filter(header -> !header.equals("Host: localhost"))
                .forEach(header -> options.add("-H '" + header + "'"));
        options.add(quoted(server.resolve("/").toString().replaceAll("/$", "") + words[1]));
        return String.join(" ", options);
    }

    /// What a shell would take for a pattern or a command stands between quotation marks; zsh does so with every `?`.
    static String quoted(String address) {
        return PLAIN.matcher(address).matches() ? address : "'" + address.replace("'", "%27") + "'";
    }

    private static String bytes(URI server, String request) {
        var text =
                request.chars()
                        .mapToObj(character -> escaped((char) character))
                        .collect(Collectors.joining());
        // Not every nc has an option to wait for the answer: its input stays open for that long.
        return "(printf '%s'; sleep 2) | nc %s %d"
                .formatted(text, server.getHost(), server.getPort());
    }

    private static String escaped(char character) {
        return switch (character) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\'' -> "'\\''";
            case '%' -> "%%";
            case '\\' -> "\\\\";
            default ->
                    character < ' ' || character > '~'
                            ? "\\%03o".formatted((int) character)
                            : String.valueOf(character);
        };
    }
}
