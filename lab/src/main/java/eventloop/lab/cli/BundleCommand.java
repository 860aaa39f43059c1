package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.show.pages.BundleSizes;
import eventloop.lab.show.pages.CourseBundle;
import eventloop.lab.show.pages.OfflineRepository;
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
            "Packs the built course, with all that Maven needs to build and test it, for laptops without a network.",
            "They need a JDK 25, and Maven to change a server or to run the tests; Windows needs it at once, for an"
                    + " archive from another system.",
            "The first time takes some minutes, for Maven fills a repository for the laptops."
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
        var archive = file.toAbsolutePath().normalize();
        require(spec, !Files.isDirectory(archive), "FILE: %s is a folder".formatted(archive));
        var folder = archive.getParent();
        require(spec, Files.isDirectory(folder), "FILE: there is no folder " + folder);
        SlidesCommand.buildWhenStale(new SlideDeck(course));
        var repository = new OfflineRepository(course);
        if (repository.isStale()) {
            System.err.println("filling a Maven repository for the laptops: some minutes…");
            repository.fill(CourseDirectory.maven());
        }
        show(archive, new CourseBundle(course).write(archive, repository));
        return ExitCode.OK;
    }

    private void show(Path archive, BundleSizes sizes) throws IOException {
        var out = spec.commandLine().getOut();
        out.printf("%s: %s%n", archive, megabytes(sizes.archive()));
        out.printf(
                "unpacked %s, of which %s are what Maven needs%n",
                megabytes(sizes.unpacked()), megabytes(sizes.repository()));
        out.printf(
                "not in it: a JDK 25 (the one here has %s; https://adoptium.net/), Maven (some 10 MB;"
                        + " https://maven.apache.org/), node and nginx to compare with, a browser%n",
                megabytes(BundleSizes.of(Path.of(System.getProperty("java.home")))));
    }

    private static String megabytes(long bytes) {
        return "%,d MB".formatted(bytes / MEGABYTE);
    }
}
