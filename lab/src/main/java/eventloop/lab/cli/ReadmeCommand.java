package eventloop.lab.cli;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.show.pages.StoredTables;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `./course readme`: brings the tables in the pages in line with the stored results.
@Command(
        name = "readme",
        description = "Writes the stored results into the pages that show them.",
        mixinStandardHelpOptions = true)
final class ReadmeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        var course = CourseDirectory.path();
        var tables = new StoredTables(new ResultFiles(course));
        for (var page : StoredTables.PAGES) {
            var file = course.resolve(page);
            Files.writeString(file, tables.refresh(page, Files.readString(file)));
        }
        return 0;
    }
}
