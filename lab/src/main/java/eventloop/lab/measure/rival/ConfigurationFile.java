package eventloop.lab.measure.rival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What tells a rival where to listen and what to serve, made of a template in this package: in it, names in
/// braces stand for what is known only at the start.
///
/// @param template the name of the file
public record ConfigurationFile(String template) {
    private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

    /// As all the rivals' configurations write a string.
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// @param values by the names in braces
    /// @return the file, in the directory
    Path write(Path directory, Map<String, String> values) throws IOException {
        // What has been put in may hold braces itself.
        var text =
                NAME.matcher(text())
                        .replaceAll(name ->
                                Matcher.quoteReplacement(
                                        values.getOrDefault(name.group(1), name.group())));
        return Files.writeString(directory.resolve(template), text);
    }

    private String text() {
        try (var in = ConfigurationFile.class.getResourceAsStream(template)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
