package eventloop.lab.cli;

import static eventloop.lab.cli.Usage.require;

import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.result.Guess;
import eventloop.lab.study.exercise.Guessed;
import eventloop.lab.study.exercise.Notebook;
import eventloop.lab.study.experiment.AnswerTimes;
import eventloop.lab.study.experiment.RequestSeries;
import eventloop.lab.study.experiment.SlowRequests;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./course ask`: a small client for lessons, which tells what came and how long it took.
@Command(
        name = "ask",
        description = {
            "Asks a server for a page, and tells how long that took.",
            "Exit status: 0 if all is answered, 1 if not.",
            "",
            "With --beside, slow requests are begun before, and the page is asked for while they wait."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
    private static final Pattern HEADER = Pattern.compile("[\\w-]+:[\\t -~]*");
    private static final int MOST_TIMES = 100_000;
    private static final int MOST_BESIDE = 1_000;

    /// For one slow request; so many of them may have to wait for each other.
    private static final Duration PATIENCE_BESIDE = Duration.ofSeconds(30);

    @Parameters(paramLabel = "PATH", description = "What to ask for, such as /index.html.")
    private String path;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "1",
            description = "So many times, one after the other, on one connection.")
    private int times;

    @Option(
            names = "--header",
            paramLabel = "LINE",
            description =
                    "A header to send along, such as \"Range: bytes=0-14\"; may be given again.")
    private List<String> headers = List.of();

    @Option(
            names = "--beside",
            paramLabel = "PATH",
            description = "Something slow, which other clients wait for meanwhile.")
    private Optional<String> slowPath = Optional.empty();

    @Option(
            names = "--count",
            paramLabel = "N",
            split = ",",
            defaultValue = "1",
            converter = SlowCount.class,
            description = {
                "How many others wait; several numbers are tried in turn. 'processors' stands for as many as "
                        + "this machine has."
            })
    private List<Integer> counts = List.of();

    @Option(
            names = "--in-one-go",
            description = "One client asks for all of the slow ones, without waiting for answers.")
    private boolean inOneGo;

    @Option(
            names = "--predict",
            description = "Asks for a guess first, shows it beside, and keeps both.")
    private boolean predict;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long to wait for an answer: 3, or 30 beside slow requests.")
    private Optional<Integer> seconds = Optional.empty();

    @Mixin private ServerHere server;

    @Spec private CommandSpec spec;

    private final BufferedReader in = Terminal.typed();

    @Override
    public Integer call() throws InterruptedException {
        checkOptions();
        try {
            boolean all = slowPath.isPresent() ? askBeside(slowPath.get()) : ask("");
            return all ? 0 : 1;
        } catch (IOException failure) {
            spec.commandLine().getErr().println("course: " + server.explain(failure));
            return 1;
        }
    }

    private void checkOptions() {
        require(
                spec,
                isPath(path),
                "PATH begins with /, and has %20 for a space and the like for all that is not ASCII: /my%20page.html");
        require(
                spec,
                isPath(slowPath.orElse("/")),
                "--beside PATH begins with /, and has %20 for a space and the like for all that is not ASCII");
        require(
                spec,
                headers.stream().allMatch(line -> HEADER.matcher(line).matches()),
                "--header is a name, a colon and a value, like \"Range: bytes=0-14\"");
        require(spec, isWithin(times, MOST_TIMES), "--times must be from 1 to " + MOST_TIMES);
        require(
                spec,
                counts.stream().allMatch(count -> isWithin(count, MOST_BESIDE)),
                "--count must be from 1 to " + MOST_BESIDE);
        require(
                spec,
                slowPath.isPresent() || counts.equals(List.of(1)) && !inOneGo,
                "--count and --in-one-go go with --beside: they say how many slow requests wait, and how they come");
        require(spec, isWithin(seconds.orElse(1), 3_600), "--patience must be from 1 to 3600");
        server.check(spec);
        // In one go, they are one client's.
        if (slowPath.isPresent() && !inOneGo) {
            ClientFiles.check(Collections.max(counts), "--count", spec);
        }
    }

    private static boolean isPath(String text) {
        return text.startsWith("/") && text.chars().allMatch(sign -> sign > ' ' && sign < 127);
    }

    private static boolean isWithin(int number, int most) {
        return number >= 1 && number <= most;
    }

    private boolean askBeside(String slow) throws IOException, InterruptedException {
        // What the first request of all makes a server load is not for the slow ones to wait for.
        new RequestSeries(server.address(), "/", List.of(), RequestSeries.PATIENCE).ask(1);
        boolean all = true;
        for (int count : counts) {
            var company = " beside %d × %s%s".formatted(count, slow, inOneGo ? " in one go" : "");
            var guess = guess(company);
            try (var requests = begin(slow, count)) {
                var refused =
                        requests.refused() == 0
                                ? ""
                                : " (%d refused)".formatted(requests.refused());
                all &= show(company + refused, answers(), guess);
                requests.awaitAnswers(patience());
            }
        }
        return all;
    }

    private SlowRequests begin(String slow, int count) throws IOException, InterruptedException {
        return inOneGo
                ? SlowRequests.beginInOneGo(server.address(), slow, count)
                : SlowRequests.begin(server.address(), slow, count);
    }

    private boolean ask(String company) throws IOException {
        var guess = guess(company);
        return show(company, answers(), guess);
    }

    private OptionalDouble guess(String company) {
        if (!predict) {
            return OptionalDouble.empty();
        }
        return new Guess(
                        "%s%s: how many milliseconds?".formatted(path, company),
                        millis -> millis >= 0,
                        "a number, such as 2 or 2000")
                .ask(in, spec.commandLine().getOut());
    }

    private AnswerTimes answers() throws IOException {
        return new RequestSeries(server.address(), path, headers, patience()).ask(times);
    }

    private Duration patience() {
        return seconds.map(Duration::ofSeconds)
                .orElse(slowPath.isPresent() ? PATIENCE_BESIDE : RequestSeries.PATIENCE);
    }

    /// @return whether all has been answered
    private boolean show(String company, AnswerTimes answers, OptionalDouble guess) {
        var guessed =
                guess.isPresent() ? "   (you guessed %,.0f ms)".formatted(guess.getAsDouble()) : "";
        var out = spec.commandLine().getOut();
        out.printf("%s%s   %s%s%n", path, company, answers.words(), guessed);
        out.flush();
        guess.ifPresent(millis -> keep(company, millis, answers));
        return answers.unanswered().isEmpty();
    }

    /// For the class: `./course exercise --export` takes it along.
    private void keep(String company, double millis, AnswerTimes answers) {
        var guessed =
                new Guessed(
                        "%s, %s%s".formatted(server.program(), path, company),
                        "ms",
                        millis,
                        answers.medianMillis(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS));
        var err = spec.commandLine().getErr();
        try {
            var notebook = Notebook.in(CourseDirectory.path());
            notebook.putAsideIfBroken()
                    .ifPresent(aside -> err.println("course: " + Notebook.words(aside)));
            notebook.note(guessed);
        } catch (IOException failure) {
            err.println("course: the guess cannot be kept: " + FailureWords.of(failure));
        }
    }
}
