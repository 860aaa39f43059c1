package eventloop.lab.cli;

import eventloop.lab.measure.load.LoadHeap;
import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.measure.rival.Rivals;
import eventloop.lab.measure.rival.WorkerRival;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Step;
import eventloop.lab.show.report.ClientsAtOnce;
import eventloop.lab.study.vast.Allowance;
import eventloop.lab.study.vast.Entrant;
import eventloop.lab.study.vast.Stand;
import eventloop.lab.study.vast.StepEnd;
import eventloop.lab.study.vast.VastConditions;
import eventloop.lab.study.vast.VastPlan;
import eventloop.lab.study.vast.VastReport;
import eventloop.lab.study.vast.VastResult;
import eventloop.lab.study.vast.VastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./course vast`: how many clients at once, and why not more.
@Command(
        name = "vast",
        description =
                "Holds up to half a million keep-alive clients at once, and finds where each step ends.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class VastCommand implements Callable<Integer> {
    private static final double ARRIVALS_A_SECOND = 6_500;
    private static final double PATIENCE_SECONDS = 60;
    private static final double TIMEOUT_SECONDS = 10;
    private static final double IDLE_SECONDS = 5;
    private static final long FILE_BYTES = 1 << 10;

    @Option(
            names = "--clients",
            split = ",",
            converter = ClientCount.class,
            paramLabel = "N",
            defaultValue = "1K,5K,10K,50K,100K,500K",
            description = "Numbers of clients (${DEFAULT-VALUE}).")
    private List<Integer> levels;

    @Option(
            names = "--with",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "nginx,node",
            description =
                    "Who is measured beside step 7: node (its cluster), nginx (workers), none.")
    private List<String> rivals;

    @Option(
            names = "--ends",
            split = ",",
            paramLabel = "STEP",
            defaultValue = "1,2,3,4,5,6",
            description = "Steps whose end is looked for, or 0 for none (${DEFAULT-VALUE}).")
    private List<Integer> ends;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Requests a second, of all clients together (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long they are counted at each level (${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--only-ends",
            description = "Looks for the ends of steps, and measures no level.")
    private boolean isOnlyEnds;

    @Option(names = "--plan", description = "Only says what this machine allows.")
    private boolean isOnlyPlanned;

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "Keeps the result as lab/results/NAME.json, to be shown to others.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--add",
            description = "Adds to what is kept under the name of --save, instead of replacing it.")
    private boolean isAdded;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SavedName.check(name, spec);
        check();
        var course = CourseDirectory.path();
        var entrants = entrants(course);
        var steps = steps();
        var placement = Placement.apart();
        var conditions = conditions(course, placement);
        var allowance = Allowance.now();
        System.err.println(VastPlan.of(conditions.levels(), entrants, allowance));
        if (isOnlyPlanned) {
            return 0;
        }
        CourseDirectory.claimPlaceForResult();
        var end = EarlyEnd.prepare();
        try (var _ = OneAtATime.begin()) {
            var report =
                    new VastReport(
                            Provenance.now(course, CourseDirectory.commandLine(spec)),
                            conditions,
                            before(course),
                            keeper(course));
            var progress =
                    new Progress(
                            System.err,
                            Terminal.isThere(),
                            Terminal.columns(),
                            VastRun.expected(conditions, entrants, steps.size(), allowance));
            end.thenKeep(() -> finish(progress, report));
            placement.withTheLabBesideTheLoad();
            new VastRun(
                            conditions,
                            entrants,
                            steps,
                            course.resolve("target/lab/sizes"),
                            placement,
                            progress)
                    .run(recorder(report, end));
            finish(progress, report);
            return report.exitStatus();
        }
    }

    private Optional<VastResult> before(Path course) throws IOException {
        var saved = name.map(new ResultFiles(course)::saved).filter(Files::isRegularFile);
        return isAdded && saved.isPresent()
                ? Optional.of(Json.read(Files.readString(saved.get()), VastResult.class))
                : Optional.empty();
    }

    private void check() {
        if (isAdded && name.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--add goes with --save");
        }
        if (rate <= 0 || rate > 100_000 || seconds <= 0 || seconds > 3_600) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rate must be from 1 to 100000, and --seconds from 1 to 3600");
        }
        levels = isOnlyEnds ? List.of() : levels.stream().sorted().distinct().toList();
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

    private static void finish(Progress progress, VastReport report) {
        progress.close();
        report.finish();
    }

    private ResultKeeper<VastResult> keeper(Path course) {
        return new ResultKeeper<>(
                "vast",
                new ResultFiles(course),
                name,
                System.out,
                (run, result) -> Optional.of(ClientsAtOnce.of(result).writeTo(run)));
    }

    private List<Entrant> entrants(Path course) throws IOException {
        var entrants = new ArrayList<Entrant>();
        var step07 = step07(course);
        entrants.add(new Entrant.Sharing(step07.name(), step07));
        var all =
                WorkerRival.in(course).stream()
                        .collect(Collectors.toMap(WorkerRival::name, rival -> rival));
        for (var rival : rivals) {
            if (all.containsKey(rival)) {
                entrants.add(new Entrant.Working(all.get(rival)));
            } else if (!rival.equals(ServerCatalog.NONE)) {
                throw new ParameterException(
                        spec.commandLine(), "--with takes node, nginx and none");
            }
        }
        return entrants;
    }

    private ServerUnderTest step07(Path course) throws IOException {
        try {
            return ServerCatalog.of(course).named("step07", List.of("--idle-timeout", "3600"));
        } catch (ServerFailure missing) {
            throw new ParameterException(spec.commandLine(), missing.getMessage());
        }
    }

    private List<Entrant> steps() throws IOException {
        var numbers = ends.stream().filter(number -> number != 0).toList();
        return numbers.isEmpty()
                ? List.of()
                : StepSelection.of(numbers, spec).stream().map(VastCommand::entrant).toList();
    }

    private static Entrant entrant(Step step) {
        return new Entrant.Sharing(step.name(), step);
    }

    private VastConditions conditions(Path course, Placement placement) throws IOException {
        return new VastConditions(
                levels,
                ARRIVALS_A_SECOND,
                rate,
                seconds,
                IDLE_SECONDS,
                PATIENCE_SECONDS,
                TIMEOUT_SECONDS,
                FILE_BYTES,
                versions(course),
                Allowance.now().connectionsEach(),
                placement.server(),
                placement.load(),
                Step.JVM_FLAGS,
                Entrant.Sharing.FLAGS_OF_MANY,
                LoadHeap.FRUGAL.flags());
    }

    private Map<String, String> versions(Path course) {
        return Rivals.in(course).all().stream()
                .filter(rival -> rivals.contains(rival.name()))
                .collect(Collectors.toMap(rival -> rival.name(), rival -> rival.title()));
    }
}
