package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.Step;
import eventloop.lab.show.browser.HeadlessBrowser;
import eventloop.lab.show.browser.SlidePrinter;
import eventloop.lab.show.pages.SlideDeck;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./course slides`: the deck in the browser, served by the last step; or on paper.
@Command(
        name = "slides",
        description = {
            "Shows the slides in the browser, served by step 7. S opens the speaker's window, F fills the screen.",
            "They also open from disk: slides/target/deck/index.html"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class SlidesCommand implements Callable<Integer> {
    private static final String PRINTED = "slides.pdf";
    private static final String SHORT = "?short";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Option(names = "--no-browser", description = "Serves them and opens nothing.")
    private boolean opensNothing;

    @Option(names = "--short", description = "Leaves out what only the long class has time for.")
    private boolean isShort;

    @Option(
            names = "--pdf",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = PRINTED,
            description =
                    "Prints them to a file instead (slides.pdf), by a Chromium, Chrome or Edge without a"
                            + " window, which needs node 20 or newer.")
    private Optional<Path> pdf = Optional.empty();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(
                spec,
                pdf.isEmpty() || !opensNothing,
                "--pdf prints them, and opens no browser anyway");
        require(
                spec,
                pdf.filter(Files::isDirectory).isEmpty(),
                "--pdf: %s is a folder".formatted(pdf.map(Path::toString).orElse("")));
        var missing = pdf.flatMap(_ -> HeadlessBrowser.missing());
        if (missing.isPresent()) {
            spec.commandLine().getErr().println("course: " + missing.get().words());
            return ExitCode.SOFTWARE;
        }
        var deck = new SlideDeck(CourseDirectory.path());
        try {
            buildWhenStale(deck);
            if (pdf.isPresent()) {
                print(deck, pdf.get());
            } else {
                serve(deck);
            }
            return ExitCode.OK;
        } catch (ServerFailure failure) {
            spec.commandLine().getErr().println("course: " + failure.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    static void buildWhenStale(SlideDeck deck) throws IOException, InterruptedException {
        if (deck.isStale()) {
            System.err.println("building the slides…");
            deck.build(CourseDirectory.maven());
        }
    }

    private void print(SlideDeck deck, Path file) throws IOException {
        var page = deck.directory().resolve("index.html").toAbsolutePath().normalize().toUri();
        SlidePrinter.print(isShort ? URI.create(page + SHORT) : page, file);
        say("printed to " + file.toAbsolutePath().normalize());
    }

    /// Until the lab is ended.
    private void serve(SlideDeck deck) throws IOException, ServerFailure, InterruptedException {
        var last = Step.in(CourseDirectory.path()).getLast();
        var directory = deck.directory().toAbsolutePath().normalize();
        try (var server = RunningServer.start(last, directory, Placement.ANYWHERE)) {
            var address = isShort ? server.address().resolve(SHORT) : server.address();
            say("the slides are at " + address + " until Ctrl-C");
            if (!opensNothing && !DefaultBrowser.open(address)) {
                say(DefaultBrowser.NONE);
            }
            while (server.isAlive()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            throw server.died("while it served the slides");
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
