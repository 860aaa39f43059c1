package eventloop.lab.measure.rival;

import eventloop.lab.measure.resource.Resource;
import eventloop.lab.measure.server.FreePort;
import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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

    /// A server that listens where this file says: at a free port. The file lies in a directory of the server's own.
    ///
    /// @param root what it serves
    /// @param settings by the names in braces, beside `port` and `root`
    /// @param command made of the directory and the file
    Launch launch(
            Path root, Map<String, String> settings, BiFunction<Path, Path, List<String>> command)
            throws IOException {
        int port = FreePort.choose();
        var directory = TemporaryDirectory.create(template.replace(".conf", ""));
        var all = new HashMap<>(settings);
        all.put("port", String.valueOf(port));
        all.put("root", quoted(root.toAbsolutePath().toString()));
        return new Launch.Silent(
                command.apply(directory.path(), write(directory.path(), all)),
                URI.create("http://127.0.0.1:" + port + "/"),
                directory);
    }

    /// @param values by the names in braces
    /// @return the file, in the directory
    private Path write(Path directory, Map<String, String> values) throws IOException {
        // What has been put in may hold braces itself.
        var text =
                NAME.matcher(Resource.text(ConfigurationFile.class, template))
                        .replaceAll(name ->
                                Matcher.quoteReplacement(
                                        values.getOrDefault(name.group(1), name.group())));
        return Files.writeString(directory.resolve(template), text);
    }
}
