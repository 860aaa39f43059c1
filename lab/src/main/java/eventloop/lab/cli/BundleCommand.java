package eventloop.lab.cli;

import eventloop.lab.show.pages.CourseBundle;
import eventloop.lab.show.pages.SlideDeck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course bundle`: the course for a class, in one archive.
@Command(
        name = "bundle",
        description = {
            "Packs the built course for laptops without a network: they need a JDK 25 and nothing else.",
            "Unpacked, run, ask, idle, exercise, claims and slides work at once. Maven, and a network, are needed"
                    + " by who changes the source of a server, and for ./course test."
        },
        mixinStandardHelpOptions = true)
final class BundleCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1_000_000;

    @Parameters(
            paramLabel = "FILE",
            defaultValue = "event-loop-course.zip",
            description = "The archive: event-loop-course.zip by default.")
    private Path file;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var course = CourseDirectory.path().toAbsolutePath().normalize();
        SlidesCommand.buildWhenStale(new SlideDeck(course));
        var archive = file.toAbsolutePath().normalize();
        new CourseBundle(course).write(archive);
        spec.commandLine().getOut().printf("%s: %,d MB%n", archive, Files.size(archive) / MEGABYTE);
        return ExitCode.OK;
    }
}
