package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Maven, for one module that the usual build leaves out because few want it. It is built from its own folder, for what
/// is asked of it alone is not to be asked of the modules that the course's settings of Maven would build along.
///
/// @param course the course's directory
/// @param module its directory, from there
public record ModuleBuild(Path course, String module) {
    public Path target() {
        return course.resolve(module).resolve("target");
    }

    /// What Maven said when it last ran.
    public Path log() {
        return target().resolve("build.log");
    }

    /// @param complaint if it does not go well, as the beginning of a sentence
    /// @param arguments what Maven is to do
    /// @throws FailedBuildException if it does not go well; the message says where Maven has said why
    public void run(String maven, String complaint, String... arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(target());
        var command =
                new ArrayList<>(
                        List.of(maven, "--quiet", "--batch-mode", "--file", module + "/pom.xml"));
        command.addAll(List.of(arguments));
        if (Children.runQuietly(command, course, log()) != 0) {
            throw new FailedBuildException(complaint, course.relativize(log()));
        }
    }
}
