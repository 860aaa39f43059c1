package eventloop.lab.cli;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.show.pages.CoursePages;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `./course readme`: brings the pages and lessons in line with the stored results and with the code.
@Command(
        name = "readme",
        description =
                "Writes stored results, recorded runs and code into the pages and lessons that show them.",
        mixinStandardHelpOptions = true)
final class ReadmeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        new CoursePages(new ResultFiles(CourseDirectory.path())).write();
        return 0;
    }
}
