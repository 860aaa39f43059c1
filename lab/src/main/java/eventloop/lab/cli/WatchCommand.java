package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.observe.ListeningProcess;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.measure.site.LargeFile;
import eventloop.lab.show.watch.Attendance;
import eventloop.lab.show.watch.WatchPage;
import eventloop.lab.show.watch.WatchedServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course watch`: the threads of a server, or of two side by side, live in the browser.
@Command(
        name = "watch",
        description = {
            "Shows live in the browser what each thread of a server does, and what its clients wait for.",
            "Two servers stand side by side, and are visited at the same times."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    private static final int MOST_SERVERS = 2;

    /// Most that a page can show in good time.
    private static final int MOST_CLIENTS = 200;

    private static final int MOST_PER_SECOND = 500;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Parameters(
            paramLabel = "N",
            arity = "0..2",
            description = "Which steps: one or two; 4 and 5 by default.")
    private List<Integer> numbers = List.of(4, 5);

    @Option(
            names = "--port",
            paramLabel = "P",
            description =
                    "Instead: the server that listens there, such as your own "
                            + "(./course run 5 --exercise 5.2 --slow-disk waiting.png=500).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--clients",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "How many clients stay with each server: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--rate",
            paramLabel = "PER_SECOND",
            defaultValue = "50",
            description =
                    "Requests a second on average, of all clients together: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--no-browser", description = "Only says where the page is.")
    private boolean opensNothing;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        try {
            watch();
            return ExitCode.OK;
        } catch (ServerFailure failure) {
            spec.commandLine().getErr().println("course: " + failure.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private void checkOptions() {
        port.ifPresent(number -> LocalPort.check(number, spec));
        require(spec, numbers.size() <= MOST_SERVERS, "one step, or two side by side");
        require(
                spec,
                port.isEmpty()
                        || spec.commandLine().getParseResult().matchedPositionals().isEmpty(),
                "either steps or --port");
        require(
                spec,
                clients >= 1 && clients <= MOST_CLIENTS,
                "--clients must be from 1 to " + MOST_CLIENTS);
        require(
                spec,
                rate >= 1 && rate <= MOST_PER_SECOND,
                "--rate must be from 1 to " + MOST_PER_SECOND);
    }

    private void watch() throws ServerFailure, IOException, InterruptedException {
        var servers = new ArrayList<WatchedServer>();
        try {
            begin(servers);
            try (var page = WatchPage.open(servers)) {
                say("the loop is at " + page.address() + " until Ctrl-C");
                if (!opensNothing && !DefaultBrowser.open(page.address())) {
                    say(DefaultBrowser.NONE);
                }
                waitForAnEnd(servers);
            }
        } finally {
            servers.forEach(WatchedServer::close);
        }
    }

    /// @param servers where each is put as soon as it runs
    private void begin(List<WatchedServer> servers)
            throws ServerFailure, IOException, InterruptedException {
        var attendance = new Attendance(clients, rate);
        var begin = Instant.now();
        if (port.isPresent()) {
            servers.add(join(port.get(), attendance, begin));
            return;
        }
        var site = CourseSite.in(CourseDirectory.path());
        LargeFile.makeIn(site);
        for (Step step : StepSelection.of(numbers, spec)) {
            servers.add(WatchedServer.start(step, site, attendance, begin));
        }
    }

    private static WatchedServer join(int port, Attendance attendance, Instant begin)
            throws ServerFailure {
        var process =
                ListeningProcess.at(port)
                        .orElseThrow(() ->
                                new ServerFailure(
                                        "nobody listens at %s; in another terminal: ./course run N"
                                                .formatted(LocalPort.address(port))));
        var name = process.program().orElse("the server at port " + port);
        try {
            return WatchedServer.join(
                    name, process.pid(), LocalPort.address(port), attendance, begin);
        } catch (IOException unwilling) {
            throw new ServerFailure(
                    "%s cannot be watched: %s".formatted(name, unwilling.getMessage()));
        }
    }

    /// Of one of the servers, or of the lab.
    private static void waitForAnEnd(List<WatchedServer> servers)
            throws ServerFailure, InterruptedException {
        while (true) {
            for (var server : servers) {
                server.expectAlive();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void say(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
