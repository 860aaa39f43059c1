package eventloop.lab.study.exercise;

import eventloop.lab.measure.server.LabJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A workshop for tests that spoil its JVM again and again: it starts from an archive from the first time on.
final class QuickWorkshop {
    private QuickWorkshop() {}

    /// @param exercise of which the solution is tried, so that there is an archive
    /// @param directory for that
    static Workshop open(Path course, Exercise exercise, Path directory) throws IOException {
        var lab = LabJar.in(directory);
        var archive = directory.resolve("tests.jsa");
        try (var first = Workshop.open(course, lab, archive)) {
            first.attempt(exercise, Files.readString(exercise.solution()));
        }
        return Workshop.open(course, lab, archive);
    }
}
