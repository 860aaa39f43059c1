package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Step;
import eventloop.lab.study.vast.Allowance;
import eventloop.lab.study.vast.SharingFlags;
import eventloop.lab.study.vast.VastConditions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of `./course vast` that say how many clients come, and how often they ask.
final class VastLoad {
    private static final double ARRIVALS_A_SECOND = 5_700;
    private static final double PATIENCE_SECONDS = 60;
    private static final double TIMEOUT_SECONDS = 20;
    private static final double IDLE_SECONDS = 10;
    private static final double WARM_UP_SECONDS = 6;
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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /// @throws ParameterException for what cannot be measured, with one line that says why
    void check() {
        require(spec, rate >= 1 && rate <= 100_000, "--rate must be from 1 to 100000");
        require(spec, seconds >= 1 && seconds <= 3_600, "--seconds must be from 1 to 3600");
        DueRequests.check(rate, seconds, spec);
        boolean areLevelsGiven = spec.commandLine().getParseResult().hasMatchedOption("--clients");
        require(
                spec,
                !isOnlyEnds || !areLevelsGiven,
                "--only-ends measures no level, and takes no --clients");
    }

    /// @param versions of the servers that are not the course's own
    VastConditions conditions(Placement placement, Map<String, String> versions)
            throws IOException {
        return new VastConditions(
                isOnlyEnds ? List.of() : levels.stream().sorted().distinct().toList(),
                ARRIVALS_A_SECOND,
                rate,
                WARM_UP_SECONDS,
                seconds,
                IDLE_SECONDS,
                PATIENCE_SECONDS,
                TIMEOUT_SECONDS,
                FILE_BYTES,
                versions,
                Allowance.now().connectionsEach(),
                placement.server(),
                placement.load(),
                Step.JVM_FLAGS,
                SharingFlags.FLAGS,
                VastConditions.LOAD_HEAP.flags());
    }
}
