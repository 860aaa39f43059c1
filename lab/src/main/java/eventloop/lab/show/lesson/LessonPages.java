package eventloop.lab.show.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the course's text is, in the order in which it is read: the opening, a lesson for each step, and what is
/// looked up.
public final class LessonPages {
    private static final Pattern STEP = Pattern.compile("step\\d\\d-\\w+");
    private static final String OPENING = "COURSE.md";
    private static final List<String> BEHIND =
            List.of("VIRTUAL-THREADS.md", "TEN-MILLION.md", "GLOSSARY.md");

    private LessonPages() {}

    /// @param course the course's directory
    /// @return those that there are
    public static List<Path> in(Path course) throws IOException {
        return Stream.of(Stream.of(course.resolve(OPENING)), lessons(course), behind(course))
                .flatMap(pages -> pages)
                .filter(Files::isRegularFile)
                .toList();
    }

    /// @return a lesson for each step, whether it is written or not
    private static Stream<Path> lessons(Path course) throws IOException {
        try (var entries = Files.list(course)) {
            return entries
                    .filter(entry -> STEP.matcher(entry.getFileName().toString()).matches())
                    .sorted()
                    .map(step -> step.resolve("README.md"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<Path> behind(Path course) {
        return BEHIND.stream().map(course::resolve);
    }

    /// By which a page is called for short: `step03` for that lesson, `glossary` for `GLOSSARY.md`.
    public static String name(Path page) {
        var file = page.getFileName().toString();
        return file.equals("README.md")
                ? page.toAbsolutePath().getParent().getFileName().toString().replaceFirst("-.*", "")
                : file.replace(".md", "").toLowerCase(Locale.ROOT);
    }
}
