package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.load.LoadHeap;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.study.compare.Beginning;
import eventloop.lab.study.compare.Conditions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of `./course compare` that say under which load all servers are measured.
final class CompareLoad {
    private static final double TIMEOUT_SECONDS = 5;

    private static final int MOST_CLIENTS = 50_000;

    /// More than any generator on one core can make.
    private static final int MOST_A_SECOND = 200_000;

    private static final List<Integer> GLANCE_CLIENTS = List.of(1_000);
    private static final List<Integer> FULL_CLIENTS = List.of(1_000, 5_000, 10_000);
    private static final List<Long> FULL_SIZES =
            List.of(1L << 10, 16L << 10, 64L << 10, 1L << 20, 16L << 20);
    private static final double GLANCE_PATIENCE_SECONDS = 2;

    private static final long SEED = 2018;
    private static final int SIZE_CLIENTS = 64;
    private static final int LARGE_FILE_CLIENTS = 8;
    private static final double SIZE_SECONDS = 1.5;

    /// What a JVM has compiled for clients that ask at once does not fit clients that ask now and then: it
    /// compiles anew, on the very processor that the server needs.
    private static final double OPEN_LOOP_WARM_UP_SECONDS = 2.5;

    private static final double GLANCE_OPEN_LOOP_WARM_UP_SECONDS = 0.3;

    /// Even a slow server answers so many requests a second, beside those that come then.
    private static final double LEFT_OVER_A_SECOND = 10_000;

    /// All clients are there already.
    private static final double LEAD_IN_SECONDS = 0.2;

    @Option(
            names = "--full",
            description = {
                "1K, 5K and 10K clients, five sizes of files, longer and with all figures: half an hour.",
                "Without it: 1K clients, two minutes, a line for each server."
            })
    private boolean isFull;

    @Option(
            names = "--clients",
            split = ",",
            converter = ClientCount.class,
            paramLabel = "N",
            description = "Numbers of keep-alive clients (1K; --full: 1K,5K,10K).")
    private List<Integer> clients = List.of();

    @Option(
            names = "--rate",
            defaultValue = "5000",
            paramLabel = "N",
            description = "Requests a second while latency is measured (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long each phase is counted (1; --full: 4).")
    private Optional<Double> seconds = Optional.empty();

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description =
                    "Seconds of load, at most, until a server's speed changes no more (3; --full: 30).")
    private Optional<Integer> warmUp = Optional.empty();

    @Option(
            names = "--sizes",
            split = ",",
            converter = FileSize.class,
            paramLabel = "BYTES",
            description =
                    "Sizes of files whose throughput is measured, or none (none; --full:"
                            + " 1K,16K,64K,1M,16M).")
    private List<Long> sizes = List.of();

    @Option(
            names = "--rounds",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "How often all is measured; the table has the medians (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Directory to serve; the course's own site by default.")
    private Optional<Path> root = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    double rate() {
        return rate;
    }

    Optional<Path> root() {
        return root;
    }

    /// Whether all figures are wanted, and not an answer soon.
    boolean showsAllFigures() {
        return isFull || clients().size() > 1 || !sizes().isEmpty();
    }

    private List<Integer> clients() {
        if (!clients.isEmpty()) {
            return clients.stream().distinct().toList();
        }
        return isFull ? FULL_CLIENTS : GLANCE_CLIENTS;
    }

    private List<Long> sizes() {
        if (!sizes.isEmpty()) {
            return sizes.stream().filter(bytes -> bytes > 0).distinct().toList();
        }
        return isFull ? FULL_SIZES : List.of();
    }

    private double seconds() {
        return seconds.orElse(isFull ? 4.0 : 1.0);
    }

    private int warmUp() {
        return warmUp.orElse(isFull ? 30 : 3);
    }

    /// @throws ParameterException for what cannot be measured, with one line that says why
    void check(Path site) throws IOException {
        require(
                spec,
                rate >= 1 && rate <= MOST_A_SECOND,
                "--rate must be from 1 to " + MOST_A_SECOND);
        require(spec, seconds() >= 0.5 && seconds() <= 3600, "--seconds must be from 0.5 to 3600");
        DueRequests.check(rate, seconds(), spec);
        require(spec, warmUp() >= 0 && warmUp() <= 3600, "--warm-up must be from 0 to 3600");
        require(
                spec,
                clients.stream().allMatch(count -> count <= MOST_CLIENTS),
                "--clients must be at most %,d; more is for ./course vast".formatted(MOST_CLIENTS));
        require(spec, rounds >= 1 && rounds <= 100, "--rounds must be from 1 to 100");
        require(
                spec,
                root.map(Files::isDirectory).orElse(true),
                "--root: there is no such directory as " + root.orElse(Path.of("")));
        require(
                spec,
                !Mix.of(site).isEmpty(),
                "--root: there is no file below 1 MiB to ask for in " + site);
    }

    Conditions conditions(List<ServerUnderTest> servers, Path site, Placement placement)
            throws IOException {
        return new Conditions(
                servers.stream().map(ServerUnderTest::name).toList(),
                ServerCatalog.versionsOf(servers),
                clients(),
                rounds,
                new Beginning(isFull ? TIMEOUT_SECONDS : GLANCE_PATIENCE_SECONDS, warmUp()),
                List.of(new Phase.ClosedLoop(LEAD_IN_SECONDS, seconds(), true), openLoop()),
                sizes(),
                SIZE_CLIENTS,
                LARGE_FILE_CLIENTS,
                new Phase.ClosedLoop(LEAD_IN_SECONDS, SIZE_SECONDS),
                showsAllFigures(),
                TIMEOUT_SECONDS,
                SEED,
                site.toString(),
                Mix.of(site),
                placement.server(),
                placement.load(),
                Step.JVM_FLAGS,
                LoadHeap.ROOMY.flags());
    }

    /// The peak has left a request of each client on the way: whoever is due in the window is not to wait for these.
    private Phase openLoop() {
        double leadIn = isFull ? OPEN_LOOP_WARM_UP_SECONDS : GLANCE_OPEN_LOOP_WARM_UP_SECONDS;
        double leftOver = Collections.max(clients()) / LEFT_OVER_A_SECOND;
        return new Phase.OpenLoop(rate, leadIn + leftOver, seconds());
    }
}
