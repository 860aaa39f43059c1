package eventloop.lab.cli;

import eventloop.lab.check.Candidate;
import eventloop.lab.check.CheckResult;
import eventloop.lab.check.CheckResult.Description;
import eventloop.lab.check.CheckRun;
import eventloop.lab.check.CheckSite;
import eventloop.lab.check.CheckTable;
import eventloop.lab.check.Checks;
import eventloop.lab.compare.Progress;
import eventloop.lab.result.Provenance;
import eventloop.lab.result.ResultFiles;
import eventloop.lab.result.ResultKeeper;
import eventloop.lab.server.Children;
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
        Runtime.getRuntime().addShutdownHook(new Thread(Children::endAll, "end"));
        var result = check(steps, course);
        new ResultKeeper<CheckResult>(
                        "check",
                        new ResultFiles(course),
                        name,
                        System.out,
                        (_, _) -> Optional.empty())
                .keep(result, CheckTable.of(result));
        return result.exitStatus();
    }

    private CheckResult check(List<Step> steps, Path course)
            throws IOException, InterruptedException {
        var provenance = Provenance.now(course, CourseDirectory.commandLine(spec));
        var site = CheckSite.in(course.resolve("target").resolve("check-site"));
        var run = new CheckRun(Checks.ALL, steps.stream().map(Candidate::of).toList(), site);
        int all = steps.size() * Checks.ALL.size();
        var done = new AtomicInteger();
        try (var progress =
                new Progress(System.err, Terminal.isThere(), ABOUT_EACH.multipliedBy(all))) {
            progress.stage("checking");
            var cells =
                    run.run(_ ->
                            progress.detail(": %d of %d".formatted(done.incrementAndGet(), all)));
            return new CheckResult(
                    provenance,
                    steps.stream().map(Step::number).toList(),
                    Checks.ALL.stream().map(Description::of).toList(),
                    cells);
        }
    }
}
