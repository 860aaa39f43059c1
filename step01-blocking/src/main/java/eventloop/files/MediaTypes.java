package eventloop.files;

import eventloop.http.Response;
import eventloop.http.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What a file is, told by the ending of its name. The table and where it comes from: `media.types`, beside
/// this class.
public final class MediaTypes {
    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> BY_ENDING = load();

    private MediaTypes() {}

    private static Map<String, String> load() {
        var byEnding = new HashMap<String, String>();
        try (var table = MediaTypes.class.getResourceAsStream("media.types");
                var lines =
                        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(words -> {
                        for (int i = 1; i < words.length; i++) {
                            byEnding.put(words[i], withCharset(words[0]));
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(byEnding);
    }

    /// Text has to say how its characters are encoded; JSON and XML have rules of their own for that.
    private static String withCharset(String type) {
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }

    static String of(String fileName) {
        return BY_ENDING.getOrDefault(ending(fileName), UNKNOWN);
    }

    /// Whether the ending of this name says what the file is.
    static boolean knows(String fileName) {
        return BY_ENDING.containsKey(ending(fileName));
    }

    private static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// The beginning of every response with a file.
    public static Response describe(OpenFile file) {
        var name = file.name().getFileName().toString();
        var type = of(name);
        boolean isCompressed = ending(name).equals("svgz");
        var response = Response.of(Status.OK).with("Content-Type", type);
        // An .svgz is an SVG that has been compressed already: no browser shows one that does not
        // say so.
        return isCompressed ? response.with("Content-Encoding", "gzip") : response;
    }
}
