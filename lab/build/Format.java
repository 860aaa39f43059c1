import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Formats every Java file of the course, or only checks that they are formatted.
///
/// `java --class-path google-java-format.jar lab/build/Format.java check|write DIRECTORY`
///
/// Exit status 1 names the files that differ; `./course format` mends them.
class Format {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.AOSP)
                            .formatJavadoc(false)
                            .build());

    /// Of imports: the static ones first, and each by the alphabet.
    private static final JavaFormatterOptions.Style GOOGLE = JavaFormatterOptions.Style.GOOGLE;

    private static final Path TARGET = Path.of("target");
    private static final Pattern YOURS = Pattern.compile("(.*)/exercises/src/(?:main|test)/(.*)");

    public static void main(String[] arguments) throws Exception {
        var write = arguments[0].equals("write");
        var differing =
                javaFiles(Path.of(arguments[1])).parallelStream()
                        .map(Format::format)
                        .filter(Formatted::differs)
                        .toList();
        for (var one : differing) {
            System.out.println((write ? "formatted " : "not formatted: ") + one.file());
            if (write) {
                Files.writeString(one.file(), one.after());
            }
        }
        if (!write && !differing.isEmpty()) {
            System.out.println("./course format writes the formatting the build asks for");
            System.exit(1);
        }
    }

    private record Formatted(Path file, String before, String after) {
        boolean differs() {
            return !before.equals(after);
        }
    }

    private static Formatted format(Path file) {
        try {
            var before = Files.readString(file);
            var used = RemoveUnusedImports.removeUnusedImports(before);
            var after = FORMATTER.formatSource(ImportOrderer.reorderImports(used, GOOGLE));
            return new Formatted(file, before, after);
        } catch (IOException | FormatterException broken) {
            throw new IllegalStateException(file + ": " + broken.getMessage(), broken);
        }
    }

    private static List<Path> javaFiles(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !isBuilt(directory.relativize(file)))
                    .filter(file -> !isOfStudent(file))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static boolean isBuilt(Path file) {
        return StreamSupport.stream(file.spliterator(), false).anyMatch(TARGET::equals);
    }

    /// Students format as they like. Their files are those that there is a solution for.
    private static boolean isOfStudent(Path file) {
        var matcher = YOURS.matcher(file.toString().replace('\\', '/'));
        return matcher.matches()
                && Files.exists(Path.of(matcher.replaceFirst("$1/exercises/src/solutions/$2")));
    }
}
