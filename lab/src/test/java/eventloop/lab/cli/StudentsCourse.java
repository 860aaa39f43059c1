package eventloop.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A course for a test to try exercises in, which has only what a try needs: in that of this checkout a student may be
/// at work.
final class StudentsCourse {
    private static final Path EXERCISES = Path.of("..", "exercises");

    private StudentsCourse() {}

    static void copyTo(Path course) throws IOException {
        for (var needed : List.of("src", "target/course", "target/libraries")) {
            copy(EXERCISES.resolve(needed), course.resolve("exercises").resolve(needed));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var entries = Files.walk(from)) {
            for (var entry : entries.toList()) {
                var copied = to.resolve(from.relativize(entry));
                Files.createDirectories(copied.getParent());
                Files.copy(entry, copied);
            }
        }
    }
}
