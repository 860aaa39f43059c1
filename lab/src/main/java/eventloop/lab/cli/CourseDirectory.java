package eventloop.lab.cli;

import eventloop.lab.measure.result.NoPlaceException;
import eventloop.lab.measure.result.ResultFiles;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the course lies, and with what it is built: as the launcher says.
final class CourseDirectory {
    private static final boolean IS_WINDOWS = File.separatorChar == '\\';

    private CourseDirectory() {}

    static Path path() {
        return Path.of(System.getProperty("course.directory", "."));
    }

    /// The Maven that the launcher chooses.
    ///
    /// @throws NoMavenException if it finds none; it says so itself
    static String maven() throws IOException {
        var launcher =
                IS_WINDOWS
                        ? List.of("cmd", "/c", path().resolve("course.cmd").toString())
                        : List.of("sh", path().resolve("course").toString());
        var command = Stream.concat(launcher.stream(), Stream.of("maven")).toList();
        var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        var answer = new String(process.getInputStream().readAllBytes()).strip();
        if (answer.isEmpty()) {
            throw new NoMavenException();
        }
        return answer;
    }

    /// For commands that keep a result, before they begin.
    static void claimPlaceForResult() throws NoPlaceException {
        new ResultFiles(path()).claimPlace();
    }
}
