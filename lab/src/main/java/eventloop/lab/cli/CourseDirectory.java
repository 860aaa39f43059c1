package eventloop.lab.cli;

import java.nio.file.Path;

/// Where the course lies, and with what it is built: told by the launcher.
final class CourseDirectory {
    private CourseDirectory() {}

    static Path path() {
        return Path.of(System.getProperty("course.directory", "."));
    }
}
