package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.study.agreement.Agreement;
import eventloop.lab.study.jmeter.JMeter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course jmeter`: the demo plan's tool, on the course's servers.
@Command(
        name = "jmeter",
        description = {
            "Has Apache JMeter load one step or several, and shows its dashboard. Fetches 70 MB the first time.",
            "",
            "On several machines: './course jmeter --engine 1099' on each that is to load, and",
            "'./course jmeter --engines HOST:1099,HOST:1099 --at SERVER:8080' on yours. Each of them runs the",
            "whole plan. Whoever reaches an engine's port can have it do anything: only on a network of your own.",
            "Ctrl-C here does not end what engines do: they go on for --seconds.",
            "",
            "Exit status: 0 if every request was answered, 1 if not."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class JMeterCommand implements Callable<Integer> {
    private static final int USUAL_STEP = 7;
    private static final int FAILED = 1;
    private static final int RAMP_SECONDS = 1;
    private static final Pattern HOST_AND_PORT = Pattern.compile("[\\w.-]+:(?<port>\\d{1,5})");

    @Parameters(paramLabel = "STEP", description = "Steps to load; 7 by default.")
    private List<Integer> numbers = List.of();

    @Option(
            names = "--users",
            defaultValue = "50",
            paramLabel = "N",
            description = "Users, a thread and a connection each (${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--rate",
            defaultValue = "200",
            paramLabel = "N",
            description = "Requests a second, of all users together (${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            paramLabel = "N",
            description = "How long (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--at",
            paramLabel = "HOST:PORT",
            description = "Loads a server that is running already, instead of steps.")
    private Optional<String> server = Optional.empty();

    @Option(
            names = "--engines",
            split = ",",
            paramLabel = "HOST:PORT",
            description = "Has these engines load, instead of this machine.")
    private List<String> engines = List.of();

    @Option(
            names = "--engine",
            paramLabel = "PORT",
            description = "Is such an engine, until Ctrl-C. It is reached at PORT and at PORT + 1.")
    private Optional<Integer> engine = Optional.empty();

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "Where this engine can be reached (${DEFAULT-VALUE}).")
    private String address;

    @Option(
            names = "--agree",
            description = {
                "Loads the same servers with JMeter, wrk and the lab's own load, and shows side by side what they say.",
                "Exit status 1 if they do not agree where they can. With --save, that is what is kept."
            })
    private boolean isAgreementAsked;

    @Mixin private Saving saving = new Saving();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        saving.check();
        check();
        var steps = StepSelection.of(numbers.isEmpty() ? List.of(USUAL_STEP) : numbers, spec);
        if (engine.isEmpty()) {
            CourseDirectory.claimPlaceForResult();
        }
        var end = EarlyEnd.prepare();
        var jmeter = new JMeter(CourseDirectory.path().toAbsolutePath().normalize());
        if (jmeter.needsBuild()) {
            System.err.println("fetching Apache JMeter… (the first time takes a minute)");
            jmeter.build(CourseDirectory.maven());
        }
        if (isAgreementAsked) {
            return new JMeterAgreement(jmeter, spec, saving).run(end);
        }
        if (engine.isPresent()) {
            return jmeter.serveAsEngine(engine.get(), address);
        }
        try (var _ = OneAtATime.begin()) {
            var run = new ResultFiles(CourseDirectory.path()).newRun().toAbsolutePath();
            boolean isAllAnswered =
                    server.isPresent()
                            ? load(jmeter, server.get(), address(server.get()), run)
                            : loadSteps(jmeter, steps, run);
            return isAllAnswered ? ExitCode.OK : FAILED;
        }
    }

    private void check() {
        require(
                spec,
                users >= 1 && users <= 5_000,
                "--users must be from 1 to 5000: each is a thread");
        require(spec, rate >= 1 && rate <= 10_000, "--rate must be from 1 to 10000");
        require(spec, seconds >= 1 && seconds <= 3_600, "--seconds must be from 1 to 3600");
        require(
                spec,
                // A java.net.URI tells no host whose name has an underscore (RFC 2396, 3.2.2).
                server.stream()
                        .allMatch(text -> isHostAndPort(text) && address(text).getHost() != null),
                "--at takes HOST:PORT, as in 127.0.0.1:8080");
        require(
                spec,
                engines.stream().allMatch(JMeterCommand::isHostAndPort),
                "--engines takes HOST:PORT,…, as in 127.0.0.1:1099");
        require(
                spec,
                engine.stream()
                        .allMatch(port ->
                                LocalPort.isPossible(port) && LocalPort.isPossible(port + 1)),
                "--engine takes a port from 1 to %d, and the next one as well"
                        .formatted(LocalPort.LAST - 1));
        require(spec, saving.name().isEmpty() || isAgreementAsked, "--save goes with --agree");
        require(
                spec,
                server.isEmpty() || numbers.isEmpty(),
                "--at loads one server that is running, and takes no steps");
        require(
                spec,
                engines.isEmpty() || server.isPresent(),
                "--engines goes with --at: to an engine, 127.0.0.1 is its own machine");
        boolean loads = !numbers.isEmpty() || server.isPresent() || !engines.isEmpty();
        require(spec, engine.isEmpty() || !loads, "--engine waits for the plans of others");
        require(
                spec,
                !isAgreementAsked || !loads && engine.isEmpty(),
                "--agree has servers and a load of its own");
        require(
                spec,
                !isAgreementAsked || Agreement.canBeHad(),
                "--agree has a server stand still by kill -STOP, which this system does not have: try it on Linux,"
                        + " on macOS or in WSL, or read in lesson 7 what came of it");
        boolean isLoadTold = Stream.of("--users", "--rate", "--seconds").anyMatch(this::isGiven);
        require(
                spec,
                !isLoadTold || !isAgreementAsked && engine.isEmpty(),
                "--users, --rate and --seconds are for a load of yours, not for --agree or --engine");
        require(
                spec,
                engine.isPresent() || !isGiven("--address"),
                "--address says where an --engine can be reached");
    }

    private boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private static boolean isHostAndPort(String text) {
        var matcher = HOST_AND_PORT.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        return LocalPort.isPossible(Integer.parseInt(matcher.group("port")));
    }

    private static URI address(String hostAndPort) {
        return URI.create("http://" + hostAndPort + "/");
    }

    private boolean loadSteps(JMeter jmeter, List<Step> steps, Path run)
            throws IOException, InterruptedException {
        var site = CourseSite.in(CourseDirectory.path());
        var placement = Placement.apart();
        boolean isAllAnswered = true;
        for (var step : steps) {
            try (var running = RunningServer.start(step, site, placement)) {
                isAllAnswered &=
                        load(jmeter, step.name(), running.address(), run.resolve(step.name()));
            } catch (ServerFailure | IOException failure) {
                isAllAnswered = false;
                System.err.println("course: " + failure.getMessage());
            }
        }
        return isAllAnswered;
    }

    /// Shows what JMeter has found.
    ///
    /// @return whether all requests were answered
    private boolean load(JMeter jmeter, String name, URI address, Path run)
            throws IOException, InterruptedException {
        var dashboard = run.resolve("dashboard");
        var found =
                jmeter.run(
                        address,
                        new JMeter.Load(users, RAMP_SECONDS, rate, seconds),
                        dashboard,
                        engines,
                        Placement.apart().load());
        System.out.printf(
                "%s: %s%n  open %s%n",
                name, found.words(), dashboard.resolve("index.html").toUri());
        return found.isAllAnswered();
    }
}
