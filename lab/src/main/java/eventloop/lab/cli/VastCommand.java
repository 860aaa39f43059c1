package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.observe.Quiet;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.show.report.ClientsAtOnce;
import eventloop.lab.study.vast.Allowance;
import eventloop.lab.study.vast.CrowdClaim;
import eventloop.lab.study.vast.Stand;
import eventloop.lab.study.vast.StepEnd;
import eventloop.lab.study.vast.VastConditions;
import eventloop.lab.study.vast.VastPlan;
import eventloop.lab.study.vast.VastReport;
import eventloop.lab.study.vast.VastResult;
import eventloop.lab.study.vast.VastRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./course vast`: how many clients at once, and why not more.
@Command(
        name = "vast",
        description = {
            "Holds up to half a million keep-alive clients at once, and finds where each step ends.",
            "Exit status: 0 if every server held every level, 1 if not."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class VastCommand implements Callable<Integer> {
    @Mixin private VastLoad load = new VastLoad();

    @Mixin private VastServers servers = new VastServers();

    @Option(names = "--plan", description = "Only says what this machine allows.")
    private boolean isOnlyPlanned;

    @Mixin private Saving saving = new Saving();

    @Mixin private Adding adding = new Adding();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        var course = CourseDirectory.path();
        var placement = Placement.apart();
        var conditions = load.conditions(placement, servers.versions(course));
        var entrants = servers.ofLevels(course);
        var steps = servers.ofEnds();
        require(
                spec,
                !conditions.levels().isEmpty() || !steps.isEmpty(),
                "--only-ends with --ends none leaves nothing to measure");
        var allowance = Allowance.now();
        var plan = VastPlan.of(conditions.levels(), entrants, allowance);
        if (isOnlyPlanned) {
            spec.commandLine().getOut().println(plan);
            return 0;
        }
        System.err.println(plan);
        CourseDirectory.claimPlaceForResult();
        var here = Provenance.now(course, TypedCommand.of(spec));
        // A wrong --add is told at once.
        before(here, conditions);
        var expected = VastRun.expected(conditions, entrants, steps.size(), allowance);
        var end = EarlyEnd.prepare();
        try (var _ = OneAtATime.begin()) {
            // Read again: another run may have added to the same.
            var before = before(here, conditions);
            var report =
                    new VastReport(
                            here,
                            conditions,
                            before,
                            CrowdClaim.read(course.resolve("lab/claims.yaml")),
                            saving.keeper("vast", VastCommand::draw));
            try (var progress = Terminal.progress(expected)) {
                end.thenDo(progress::close);
                end.thenDo(report::finish);
                placement.withTheLabBesideTheLoad();
                var sizes = course.resolve("target/lab/sizes");
                new VastRun(conditions, entrants, steps, sizes, placement, Quiet.begin(), progress)
                        .run(recorder(report, end));
            }
            report.finish();
            return report.exitStatus();
        }
    }

    private void check() {
        saving.check();
        adding.check(saving);
        load.check();
    }

    /// What this run adds to.
    private Optional<VastResult> before(Provenance here, VastConditions conditions)
            throws IOException {
        return adding.before(
                saving,
                VastResult.class,
                kept ->
                        Stream.concat(
                                here.differencesFrom(kept.provenance()),
                                conditions.differencesFrom(kept.conditions())));
    }

    private static VastRun.Listener recorder(VastReport report, EarlyEnd end) {
        return new VastRun.Listener() {
            @Override
            public void measured(Stand stand) {
                end.unlessBegun(() -> report.measured(stand));
            }

            @Override
            public void ended(StepEnd stepEnd) {
                end.unlessBegun(() -> report.ended(stepEnd));
            }
        };
    }

    private static Optional<Path> draw(Path run, VastResult result) throws IOException {
        return Optional.of(ClientsAtOnce.of(result).writeTo(run));
    }
}
