package eventloop.lab.cli;

import eventloop.lab.check.Candidate;
import eventloop.lab.check.CheckReport;
import eventloop.lab.check.CheckResult;
import eventloop.lab.check.CheckRun;
import eventloop.lab.check.CheckSite;
import eventloop.lab.check.Checks;
import eventloop.lab.compare.Progress;
import eventloop.lab.report.Report;
import eventloop.lab.report.ReportData;
import eventloop.lab.result.Provenance;
import eventloop.lab.result.ResultFiles;
import eventloop.lab.result.ResultKeeper;
import eventloop.lab.server.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course check`: what each step can do and what it cannot, as a table of ✓ and ✗.
@Command(
        name = "check",
        description = {
            "Puts every check to every step, and shows what each can do and what it cannot.",
            "Exit status: 0 if all is as expected, 1 if one cell is not."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Duration ABOUT_EACH = Duration.ofMillis(350);

    @Parameters(paramLabel = "STEP", description = "Steps to check; all of them by default.")
    private List<Integer> numbers = List.of();

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "Keeps the result as results/NAME.json, to be shown to others.")
    private Optional<String> name = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SavedName.check(name, spec);
        var steps = StepSelection.of(numbers, spec);
        var course = CourseDirectory.path();
        var end = EarlyEnd.prepare();
        var report =
                new CheckReport(
                        Provenance.now(course, CourseDirectory.commandLine(spec)),
                        steps.stream().map(Step::number).toList(),
                        Checks.ALL,
                        keeper(course));
        int all = steps.size() * Checks.ALL.size();
        var progress = new Progress(System.err, Terminal.isThere(), ABOUT_EACH.multipliedBy(all));
        end.thenKeep(() -> finish(progress, report));
        progress.stage("checking");
        var done = new AtomicInteger();
        run(steps, course)
                .run(cell -> {
                    end.unlessBegun(() -> report.add(cell));
                    progress.detail(": %d of %d".formatted(done.incrementAndGet(), all));
                });
        finish(progress, report);
        return report.exitStatus();
    }

    private static CheckRun run(List<Step> steps, Path course) throws IOException {
        var site = CheckSite.in(course.resolve("target").resolve("check-site"));
        return new CheckRun(Checks.ALL, steps.stream().map(Candidate::of).toList(), site);
    }

    private static void finish(Progress progress, CheckReport report) {
        progress.close();
        report.finish();
    }

    private ResultKeeper<CheckResult> keeper(Path course) {
        return new ResultKeeper<>(
                "check",
                new ResultFiles(course),
                name,
                System.out,
                (run, result) -> Optional.of(Report.write(run, ReportData.of(result))));
    }
}
