package eventloop.lab.cli;

import eventloop.lab.measure.result.Differences;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.show.report.ReportData;
import eventloop.lab.study.claims.Claim;
import eventloop.lab.study.claims.ClaimsReport;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.claims.Ledger;
import eventloop.lab.study.claims.Prediction;
import eventloop.lab.study.claims.Trials;
import eventloop.lab.study.vast.CrowdClaim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course claims`: is this sentence true here?
@Command(
        name = "claims",
        description = {
            "Puts the course's claims to the test on this machine: holds, does not hold, cannot tell here.",
            "Exit status: 0 if all hold, 1 if one does not, 2 if one could not be told, or the command was"
                    + " not understood; 70 if the lab itself has failed."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ClaimsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ID",
            description =
                    "Claims, such as C07. By default all but those that --list marks as 'on request': they"
                            + " take long or need much.")
    private List<String> ids = List.of();

    @Option(names = "--list", description = "Shows the claims and makes no experiment.")
    private boolean list;

    @Option(
            names = "--predict",
            description =
                    "Asks for a guess before each experiment, and shows it beside the result.")
    private boolean predict;

    @Mixin private Saving saving = new Saving();

    @Mixin private Adding adding = new Adding();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var course = CourseDirectory.path();
        var file = course.resolve("lab/claims.yaml");
        var ledger = Ledger.read(file);
        var crowds = CrowdClaim.read(file);
        var claims = claims(ledger, crowds);
        if (list) {
            (ids.isEmpty() ? ledger.claims() : claims).forEach(ClaimsCommand::show);
            (ids.isEmpty() ? crowds : List.<CrowdClaim>of()).forEach(ClaimsCommand::show);
            return 0;
        }
        saving.check();
        adding.check(saving);
        // A wrong --add is told at once.
        report(claims, course);
        CourseDirectory.claimPlaceForResult();
        var end = EarlyEnd.prepare();
        try (var _ = OneAtATime.begin()) {
            // Read again: another run may have added to the same.
            var report = report(claims, course);
            return putToTheTest(claims, ledger, report, course, end);
        }
    }

    /// With what this run adds to.
    private ClaimsReport report(List<Claim> claims, Path course) throws IOException {
        var here = Provenance.now(course, TypedCommand.of(spec));
        var servers = claims.stream().flatMap(Claim::servers).toList();
        var versions = ServerCatalog.of(course).versions(servers);
        var before =
                adding.before(
                        saving,
                        ClaimsResult.class,
                        kept ->
                                Stream.concat(
                                        here.differencesFrom(kept.provenance()),
                                        Differences.inVersions(versions, kept.versions())));
        return new ClaimsReport(
                here,
                versions,
                before,
                saving.keeperWithReport("claims", ReportData::of),
                System.out);
    }

    private int putToTheTest(
            List<Claim> claims, Ledger ledger, ClaimsReport report, Path course, EarlyEnd end)
            throws IOException, InterruptedException {
        var trials =
                new Trials(
                        claims,
                        ServerCatalog.of(course),
                        course,
                        Placement.apart().withTheLabBesideTheLoad());
        announce(ledger, claims, trials.expected());
        try (var progress = Terminal.progress(trials.expected())) {
            end.thenDo(progress::close);
            end.thenDo(report::finish);
            trials.run(progress, prediction(), result -> end.unlessBegun(() -> report.add(result)));
        }
        report.finish();
        return report.exitStatus();
    }

    /// @param crowds those that no two sides decide
    private List<Claim> claims(Ledger ledger, List<CrowdClaim> crowds) {
        for (var crowd : crowds) {
            if (ids.stream().anyMatch(crowd.id()::equalsIgnoreCase)) {
                throw new ParameterException(
                        spec.commandLine(), crowd.id() + " is told by ./course vast");
            }
        }
        try {
            return ledger.named(ids);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
    }

    private static void show(Claim claim) {
        System.out.printf(
                "%s  %s%s%n",
                claim.id(), claim.sentence(), claim.onRequest() ? " (on request)" : "");
    }

    private static void show(CrowdClaim claim) {
        System.out.printf("%s  %s (by ./course vast)%n", claim.id(), claim.sentence());
    }

    private void announce(Ledger ledger, List<Claim> claims, Duration expected) {
        System.err.printf(
                "%s, about %s minutes; longer where rounds disagree%n",
                Figures.counted(claims.size(), "claim", "claims"), Progress.show(expected));
        var leftOut = ledger.onRequest().stream().map(Claim::id).toList();
        if (ids.isEmpty() && !leftOut.isEmpty()) {
            System.err.printf(
                    "left out, because they take long or need much: %s; name them to have them%n",
                    String.join(", ", leftOut));
        }
    }

    private Function<Claim, OptionalDouble> prediction() {
        if (!predict) {
            return claim -> OptionalDouble.empty();
        }
        return new Prediction(Terminal.typed(), spec.commandLine().getOut())::ask;
    }
}
