package eventloop.lab.cli;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.show.pages.CoursePages;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `./course readme`: brings tables and pictures of the pages in line with the stored results.
@Command(
        name = "readme",
        description =
                "Writes the stored results into the pages that show them, and draws their pictures.",
        mixinStandardHelpOptions = true)
final class ReadmeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        new CoursePages(new ResultFiles(CourseDirectory.path())).write();
        return 0;
    }
}
