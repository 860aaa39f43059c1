package eventloop.lab.cli;

import eventloop.lab.measure.result.NoPlaceException;
import eventloop.lab.measure.result.ResultFiles;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

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
                        ? List.of("cmd", "/c", "course.cmd", "maven")
                        : List.of("sh", "course", "maven");
        // From its own folder: cmd does not take every path, quoted or not.
        var process =
                new ProcessBuilder(launcher)
                        .directory(path().toFile())
                        .redirectError(Redirect.INHERIT)
                        .start();
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
