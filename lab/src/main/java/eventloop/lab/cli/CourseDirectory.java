package eventloop.lab.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/// Where the course lies, and with what it is built: told by the launcher.
final class CourseDirectory {
    private CourseDirectory() {}

    static Path path() {
        return Path.of(System.getProperty("course.directory", "."));
    }

    /// The Maven that the launcher has chosen; the one on the path if it had no need to choose.
    static String maven() {
        var chosen = System.getProperty("course.maven", "");
        return chosen.isBlank() ? "mvn" : chosen;
    }

    /// What was asked for, as one would type it again.
    static String commandLine(CommandSpec command) {
        var arguments = command.root().commandLine().getParseResult().originalArgs();
        return "./course " + String.join(" ", arguments);
    }
}
