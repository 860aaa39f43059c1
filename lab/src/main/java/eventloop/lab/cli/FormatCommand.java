package eventloop.lab.cli;

import eventloop.lab.measure.server.Children;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `./course format`: writes the formatting that the build asks for.
@Command(
        name = "format",
        description = "Formats the code the way the build asks for.",
        mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        var maven = CourseDirectory.maven();
        var command =
                List.of(
                        maven,
                        "--batch-mode",
                        "--quiet",
                        "--non-recursive",
                        "-Dformat.mode=write",
                        "verify");
        return Children.runInForeground(command, CourseDirectory.path());
    }
}
