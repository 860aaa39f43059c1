package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.show.report.ClassReport;
import eventloop.lab.show.report.Collected;
import eventloop.lab.show.report.Report;
import eventloop.lab.show.report.StoredRun;
import eventloop.lab.show.report.UnreadableResultException;
import eventloop.lab.study.exercise.Exercise;
import eventloop.lab.study.exercise.Exercises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course report`: stored results as a page, of this machine or of a class.
@Command(
        name = "report",
        description = {
            "Makes one page with pictures of the newest results of each kind, or of those that are named.",
            "Exit status: 0 if there is a page, 2 if there is nothing that it could show."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final String TOGETHER = "report";

    @Parameters(
            paramLabel = "RUN",
            description =
                    "Folders of runs, or files of results; by default what compare, claims, check and"
                            + " speed have found last.")
    private List<Path> places = List.of();

    @Option(
            names = "--merge",
            description =
                    "Each RUN is another machine, or what ./course exercise --export has written, or a folder with"
                            + " any of these: one page of a class, joined by the students' names. NAME=RUN says"
                            + " whose results these are.")
    private boolean isMerged;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try {
            var page = write().toAbsolutePath().normalize();
            spec.commandLine().getOut().println("open " + page.toUri());
            return ExitCode.OK;
        } catch (UnreadableResultException mistake) {
            spec.commandLine().getErr().println("course: " + mistake.getMessage());
            return ExitCode.USAGE;
        }
    }

    private Path write() throws IOException, UnreadableResultException {
        if (isMerged) {
            require(spec, !places.isEmpty(), "--merge needs the runs of several machines");
            return writeClass(Collected.from(places));
        }
        if (places.isEmpty()) {
            return writeNewest(CourseDirectory.path().resolve("runs"));
        }
        var data = StoredRun.read(places);
        boolean isOneRun = places.size() == 1 && Files.isDirectory(places.getFirst());
        return Report.write(isOneRun ? places.getFirst() : newRun(), data);
    }

    /// What is wrong with one file is told, and does not keep the others from being shown.
    private Path writeClass(Collected collected) throws IOException {
        collected
                .remarks()
                .forEach(remark -> spec.commandLine().getErr().println("course: " + remark));
        var exercises = Exercises.in(CourseDirectory.path()).all();
        return ClassReport.write(
                newRun(), collected, exercises.stream().map(Exercise::text).toList());
    }

    private static Path newRun() throws IOException {
        return new ResultFiles(CourseDirectory.path()).newRun();
    }

    /// In a folder of its own, for it belongs to no single run.
    private Path writeNewest(Path runs) throws IOException, UnreadableResultException {
        var newest = StoredRun.newestIn(runs);
        require(spec, !newest.isEmpty(), "there is no run to be shown; ./course compare makes one");
        var page = Report.write(runs.resolve(TOGETHER), StoredRun.read(newest));
        newest.forEach(file -> spec.commandLine().getOut().println("shows " + file));
        return page;
    }
}
