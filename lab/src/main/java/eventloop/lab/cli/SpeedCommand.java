package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.result.Differences;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.rival.Program;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Servers;
import eventloop.lab.measure.server.Step;
import eventloop.lab.show.report.ReportData;
import eventloop.lab.workbench.speed.Speed;
import eventloop.lab.workbench.speed.SpeedReport;
import eventloop.lab.workbench.speed.SpeedResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course speed`: how fast step 7 is, beside nginx, node and the floor.
@Command(
        name = "speed",
        description = {
            "Measures step 7 beside nginx, node, other Java servers and the floor, and holds it to its bars.",
            "Needs wrk: apt-get install wrk, or brew install wrk.",
            "Exit status: 0 if all bars are met, 1 if one is missed, 2 if one could not be told."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class SpeedCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "WORK",
            description = {
                "What to measure, such as small, large or crowd; for a name that is none, all are listed.",
                "By default everything but 'tried', which shows what each habit of a server costs or brings."
            })
    private List<String> works = List.of();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description =
                    "Measures the steps beside those of another checkout of the course that is built, to see"
                            + " what a change has cost, and nothing else.")
    private Optional<Path> other = Optional.empty();

    @Option(
            names = "--rounds",
            defaultValue = "7",
            paramLabel = "N",
            description = "How often each server has its turn (${DEFAULT-VALUE}).")
    private int rounds;

    @Mixin private Saving saving = new Saving();

    @Mixin private Adding adding = new Adding();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        saving.check();
        adding.check(saving);
        CourseDirectory.claimPlaceForResult();
        var speed = speed();
        var course = CourseDirectory.path();
        var catalog = ServerCatalog.of(course);
        var end = EarlyEnd.prepare();
        try (var _ = OneAtATime.begin()) {
            catalog.build(speed.rivals());
            return measure(speed, catalog, course, end);
        }
    }

    private int measure(Speed speed, ServerCatalog catalog, Path course, EarlyEnd end)
            throws IOException, InterruptedException {
        System.err.printf("this takes about %d minutes%n", 1 + speed.expected().toMinutes());
        var here = Provenance.now(course, TypedCommand.of(spec));
        var versions = catalog.versions(speed.rivals());
        var report =
                new SpeedReport(
                        here,
                        versions,
                        before(here, versions),
                        saving.keeperWithReport("speed", ReportData::of));
        try (var progress = Terminal.progress(speed.expected())) {
            end.thenDo(progress::close);
            end.thenDo(report::finish);
            speed.run(
                    servers(catalog),
                    course.resolve("target/lab/sizes"),
                    Placement.apart().withTheLabBesideTheLoad(),
                    progress,
                    bar -> end.unlessBegun(() -> report.add(bar)));
        }
        report.finish();
        return report.exitStatus();
    }

    /// What this run adds to.
    private Optional<SpeedResult> before(Provenance here, Map<String, String> versions)
            throws IOException {
        return adding.before(
                saving,
                SpeedResult.class,
                kept ->
                        Stream.concat(
                                here.differencesFrom(kept.provenance()),
                                Differences.inVersions(versions, kept.versions())));
    }

    private Servers servers(ServerCatalog here) throws IOException {
        return other.isEmpty() ? here : Speed.ofBoth(here, ServerCatalog.of(other.get()));
    }

    private Speed speed() throws IOException {
        require(spec, rounds >= 1 && rounds <= 100, "--rounds must be from 1 to 100");
        var missing = Program.WRK.missing();
        require(spec, missing.isEmpty(), "wrk is " + missing.orElse(""));
        if (other.isPresent()) {
            return against(other.get());
        }
        try {
            return Speed.at(works, rounds);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage());
        }
    }

    private Speed against(Path directory) throws IOException {
        require(spec, works.isEmpty(), "--against measures the steps alone");
        require(
                spec,
                !adding.isAdded(),
                "--against goes without --add: it measures a change, and no bars");
        require(
                spec,
                Step.areBuilt(directory),
                "no steps that are built in %s".formatted(directory));
        return Speed.against(rounds);
    }
}
