package eventloop.lab.show.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tagged parts of the steps' sources, by the names under which lessons and slides show them:
/// `selector/SelectorLoop#run` is what stands in the class `SelectorLoop` of the package `selector` between
/// `// tag::run[]` and `// end::run[]`.
public final class CodeRegions {
    private static final Pattern REGION =
            Pattern.compile(
                    "^ *// tag::([\\w-]+)\\[]\\R(.*?)^ *// end::\\1\\[]$",
                    Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern BOUNDARY =
            Pattern.compile("^ *// (tag|end)::[\\w-]+\\[]\\R", Pattern.MULTILINE);

    /// What is left around the boundaries of a region within another.
    private static final Pattern BLANK_LINES = Pattern.compile("\\R{3,}");

    private final Map<String, Region> regions;

    /// @param text without its indentation
    private record Region(Path file, String text) {}

    private CodeRegions(Map<String, Region> regions) {
        this.regions = regions;
    }

    /// @param course the course's directory
    /// @throws IllegalArgumentException if a region begins and does not end, or ends and does not begin
    public static CodeRegions in(Path course) throws IOException {
        var sources = FileSystems.getDefault().getPathMatcher("glob:step*/src/main/java/**/*.java");
        var regions = new LinkedHashMap<String, Region>();
        try (var steps = Files.newDirectoryStream(course, "step*")) {
            for (var step : steps) {
                try (var files = Files.walk(step.resolve("src/main/java"))) {
                    files.filter(file -> sources.matches(course.relativize(file)))
                            .sorted()
                            .forEach(file -> collect(file, regions));
                }
            }
        }
        return new CodeRegions(regions);
    }

    private static void collect(Path file, Map<String, Region> regions) {
        var source = read(file);
        var found = REGION.matcher(source);
        long boundaries = BOUNDARY.matcher(source).results().count();
        // A region may lie within another, so that what follows a beginning is looked at again.
        for (int from = 0; found.find(from); from = found.start(2)) {
            var name = "%s#%s".formatted(className(file), found.group(1));
            var lines = BOUNDARY.matcher(found.group(2)).replaceAll("");
            var text = BLANK_LINES.matcher(lines).replaceAll("\n\n");
            regions.put(name, new Region(file, text.stripTrailing().stripIndent()));
            boundaries -= 2;
        }
        if (boundaries != 0) {
            throw new IllegalArgumentException(
                    "%s has a region that does not begin or does not end".formatted(file));
        }
    }

    private static String className(Path file) {
        return "%s/%s"
                .formatted(
                        file.getParent().getFileName(),
                        file.getFileName().toString().replace(".java", ""));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Of all regions.
    public Stream<String> names() {
        return regions.keySet().stream();
    }

    /// A region as a lesson shows it, with a link to its file.
    String shown(String name, String now, Path page) {
        var region = region(name);
        return """
        ```java
        %s
        ```

        [`%s`](%s)\
        """
                .formatted(
                        region.text(),
                        region.file().getFileName(),
                        RelativeLink.from(page.getParent(), region.file()));
    }

    private Region region(String name) {
        if (!regions.containsKey(name)) {
            var file = name.replaceFirst("#.*", "#");
            throw new IllegalArgumentException(
                    "there is no region %s; there are: %s"
                            .formatted(
                                    name,
                                    names().filter(other -> other.startsWith(file))
                                            .collect(Collectors.joining(", "))));
        }
        return regions.get(name);
    }
}
