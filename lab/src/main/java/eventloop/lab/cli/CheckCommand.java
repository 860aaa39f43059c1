package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.server.Step;
import eventloop.lab.show.report.ReportData;
import eventloop.lab.study.blackbox.Declared;
import eventloop.lab.study.check.Candidate;
import eventloop.lab.study.check.CheckReport;
import eventloop.lab.study.check.CheckRun;
import eventloop.lab.study.check.CheckSite;
import eventloop.lab.study.check.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course check`: what each step can do and what it cannot, as a table of ✓ and ✗.
@Command(
        name = "check",
        description = {
            "Puts every check to every step, and shows what each can do and what it cannot.",
            "Exit status: 0 if all is as expected, 1 if one cell is not.",
            "",
            "With --port, checks a server that is running already, in whatever language it is written, from outside."
                    + " It has to serve the course's directory 'lab/site'. The levels are the steps: --step N puts it"
                    + " to all that steps 1 to N promise, and stops at the first promise that is broken.",
            "",
            "With --peers, asks real servers instead: how they answer the same valid requests.",
            "Exit status then: 0 if all have been asked, 1 if one did not start."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int LAST_LEVEL = 7;
    private static final Duration ABOUT_EACH = Duration.ofMillis(350);

    @Parameters(paramLabel = "STEP", description = "Steps to check; all of them by default.")
    private List<Integer> numbers = List.of();

    @Mixin private Saving saving = new Saving();

    @Option(
            names = "--port",
            paramLabel = "P",
            description =
                    "Checks the server that listens on port P of this machine, instead of steps.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "With --port: the last level; 7 by default.")
    private Optional<Integer> step = Optional.empty();

    @Option(
            names = "--slow",
            paramLabel = "PATH",
            description = "With --port: a file that your server takes a second or more to read.")
    private Optional<String> slowPath = Optional.empty();

    @Option(
            names = "--request-timeout",
            paramLabel = "SECONDS",
            description =
                    "With --port: after so long your server sends home a client that has not ended its request.")
    private Optional<Integer> requestTimeout = Optional.empty();

    @Option(names = "--all", description = "With --port: goes on behind a broken promise.")
    private boolean goesOn;

    @Option(
            names = "--peers",
            description =
                    "Asks the servers that are installed here, and the steps, what they make of valid requests.")
    private boolean peers;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        saving.check();
        checkOptions();
        if (peers) {
            return new CheckPeers(spec, saving).run();
        }
        return port.isPresent() ? checkPort() : checkSteps();
    }

    private void checkOptions() throws IOException {
        port.ifPresent(given -> LocalPort.check(given, spec));
        require(spec, step.isEmpty() || port.isPresent(), "--step goes with --port");
        require(
                spec,
                port.isPresent() || slowPath.isEmpty() && requestTimeout.isEmpty() && !goesOn,
                "--slow, --request-timeout and --all go with --port");
        require(
                spec,
                slowPath.orElse("/").startsWith("/"),
                "--slow takes a path, as in /pictures/waiting.png");
        require(
                spec,
                requestTimeout.orElse(1) >= 1,
                "--request-timeout takes a number of seconds from 1 on");
        require(
                spec,
                port.isEmpty() || numbers.isEmpty(),
                "--port checks one server; --step says which step's work it does");
        require(spec, port.isEmpty() || saving.name().isEmpty(), "--save goes without --port");
        require(
                spec,
                !peers || port.isEmpty() && numbers.isEmpty(),
                "--peers asks all servers that are installed, and needs no port and no steps");
        StepSelection.of(step.stream().toList(), spec);
    }

    private int checkPort() throws IOException {
        var declared = new Declared(slowPath, requestTimeout.map(Duration::ofSeconds));
        return new CheckPort(spec, port.get(), step.orElse(LAST_LEVEL), declared, goesOn).run();
    }

    private int checkSteps() throws IOException, InterruptedException {
        var steps = StepSelection.of(numbers, spec);
        CourseDirectory.claimPlaceForResult();
        var course = CourseDirectory.path();
        var end = EarlyEnd.prepare();
        var report =
                new CheckReport(
                        Provenance.now(course, TypedCommand.of(spec)),
                        steps.stream().map(Step::number).toList(),
                        Checks.ALL,
                        saving.keeperWithReport("check", ReportData::of));
        int all = steps.size() * Checks.ALL.size();
        try (var progress = Terminal.progress(ABOUT_EACH.multipliedBy(all))) {
            end.thenDo(progress::close);
            end.thenDo(report::finish);
            progress.stage("checking");
            var done = new AtomicInteger();
            run(steps, course)
                    .run(cell -> {
                        end.unlessBegun(() -> report.add(cell));
                        progress.detail(": %d of %d".formatted(done.incrementAndGet(), all));
                    });
        }
        report.finish();
        return report.exitStatus();
    }

    private static CheckRun run(List<Step> steps, Path course) throws IOException {
        var site = CheckSite.in(course.resolve("target").resolve("check-site"));
        return new CheckRun(Checks.ALL, steps.stream().map(Candidate::of).toList(), site);
    }
}
