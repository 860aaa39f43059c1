package eventloop.lab.measure.rival;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Files written into nginx's configuration, which answers with them and never opens them:
///
/// ```
///   location = "/note.txt" { return 200 "the bytes of the file"; }
/// ```
///
/// Only what can be written there is: plain ASCII, and no `$`, which begins the name of a variable. Everything else
/// nginx serves as it serves files.
final class NginxReturn {
    /// Bytes. Every request for a file of several parts copies them together.
    private static final int LARGEST = 64 << 10;

    /// A string of the configuration may have 4,096 bytes with its quotes, and each byte may need a backslash.
    private static final int PART = 2000;

    private static final Pattern WRITABLE = Pattern.compile("[\\t\\n -#%-~]*");

    private NginxReturn() {}

    /// One location for each file below `root` that can be written.
    static String all(Path root) throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var path = "/" + root.relativize(file).toString().replace('\\', '/');
                content(file).ifPresent(content -> text.append(location(path, content)));
            }
        }
        return text.toString();
    }

    private static Optional<String> content(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                .filter(text -> WRITABLE.matcher(text).matches());
    }

    private static String location(String path, String content) {
        int parts = Math.ceilDiv(content.length(), PART);
        if (parts <= 1) {
            return location(path, Stream.empty(), ConfigurationFile.quoted(content));
        }
        var names = IntStream.range(0, parts).mapToObj("$part%d"::formatted).toList();
        var settings =
                IntStream.range(0, parts)
                        .mapToObj(part ->
                                "set %s %s;".formatted(names.get(part), quotedPart(content, part)));
        return location(path, settings, String.join("", names));
    }

    private static String quotedPart(String content, int part) {
        int begin = part * PART;
        return ConfigurationFile.quoted(
                content.substring(begin, Math.min(begin + PART, content.length())));
    }

    private static String location(String path, Stream<String> settings, String body) {
        var lines = Stream.concat(settings, Stream.of("return 200 %s;".formatted(body))).toList();
        return "location = %s {\n%s\n}\n"
                .formatted(ConfigurationFile.quoted(path), String.join("\n", lines));
    }
}
