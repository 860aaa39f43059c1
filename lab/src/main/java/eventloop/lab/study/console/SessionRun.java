package eventloop.lab.study.console;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.FreePort;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.server.Variant;
import eventloop.lab.measure.site.CourseSite;
import eventloop.lab.measure.site.LargeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Runs what a lesson shows, as it is printed. Only the port is another one, a free one: whoever runs it may have a
/// server of their own at 8080. In what is recorded it is 8080 again.
///
/// A server and idle clients stay until their terminal gets the next command, or all is over. Where something is shown
/// that comes once idle clients are there, such as their dismissal, they stay until they are gone.
public final class SessionRun {
    private static final String PRINTED_PORT = ":8080";
    private static final String LAST_WORD_OF_IDLE = "Ctrl-C lets them go.";

    private final Deque<Occupied> occupied = new ArrayDeque<>();
    private final Path course;
    private final LabCommand lab;
    private final Function<Step, ServerUnderTest> servers;
    private int port;

    /// What is still running at a terminal, and how to end it.
    private record Occupied(int terminal, End end) {}

    private interface End {
        void come() throws IOException, InterruptedException;
    }

    private SessionRun(Path course, LabCommand lab, Function<Step, ServerUnderTest> servers)
            throws IOException {
        this.course = course;
        this.lab = lab;
        this.servers = servers;
        port = FreePort.choose();
    }

    /// @param session with what came of its commands before, if they have been run
    /// @param course its directory
    /// @param lab by which its commands are started
    /// @param servers what is started for a step
    /// @return the same commands, with what has come of them now
    /// @throws IllegalArgumentException if a command cannot be run here
    /// @throws ServerFailure if a server does not start
    public static Session run(
            Session session, Path course, LabCommand lab, Function<Step, ServerUnderTest> servers)
            throws IOException, ServerFailure, InterruptedException {
        var run = new SessionRun(course, lab, servers);
        try {
            var lines = new ArrayList<Session.Typed>();
            for (var line : session.lines()) {
                var output = run.type(line);
                lines.add(new Session.Typed(line.terminal(), line.command(), output));
            }
            return new Session(session.name(), lines);
        } finally {
            run.endAll();
        }
    }

    private List<String> type(Session.Typed line)
            throws IOException, ServerFailure, InterruptedException {
        end(line.terminal());
        var words = CommandWords.of(line.command());
        return switch (words.getFirst()) {
            case "./course" -> course(line, words.subList(1, words.size()));
            case "curl" -> toTheEnd(words.stream().map(this::atOurPort).toList());
            default ->
                    throw new IllegalArgumentException(
                            "'%s' cannot be run".formatted(line.command()));
        };
    }

    private List<String> course(Session.Typed line, List<String> words)
            throws IOException, ServerFailure, InterruptedException {
        return switch (words.getFirst()) {
            case "run" -> server(line.terminal(), words.subList(1, words.size()));
            case "idle" -> idle(line, lab(withPort(words)));
            case "ask" -> toTheEnd(lab(withPort(words)));
            default -> toTheEnd(lab(words));
        };
    }

    private List<String> server(int terminal, List<String> words)
            throws IOException, ServerFailure, InterruptedException {
        var step =
                Step.in(course).stream()
                        .filter(one -> words.getFirst().equals(String.valueOf(one.number())))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no step " + words));
        var variant = new Variant(servers.apply(step), step.name(), words.subList(1, words.size()));
        var site = CourseSite.in(course);
        LargeFile.makeIn(site);
        var server = RunningServer.start(variant, site, Placement.ANYWHERE);
        stay(terminal, server::close);
        port = server.address().getPort();
        return List.of(asPrinted("listening on " + server.address()));
    }

    private List<String> withPort(List<String> words) {
        return Stream.concat(words.stream(), Stream.of("--port", String.valueOf(port))).toList();
    }

    private List<String> lab(List<String> words) {
        return lab.line(course, words);
    }

    private List<String> idle(Session.Typed typed, List<String> command) throws IOException {
        var process = Children.start(List.of(), command);
        stay(typed.terminal(), () -> letGo(process));
        var output = new ArrayList<String>();
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            output.add(asPrinted(line));
            if (line.equals(LAST_WORD_OF_IDLE) && !showsMore(typed)) {
                return output;
            }
        }
        output.addAll(errors(process));
        return output;
    }

    /// Whether something is shown behind that word.
    private static boolean showsMore(Session.Typed idle) {
        return idle.output().contains(LAST_WORD_OF_IDLE)
                && !idle.output().getLast().equals(LAST_WORD_OF_IDLE);
    }

    private static void letGo(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    private List<String> toTheEnd(List<String> command) throws IOException, InterruptedException {
        var process = Children.start(List.of(), command);
        process.getOutputStream().close();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var output = new ArrayList<>(lines.lines().map(this::asPrinted).toList());
            output.addAll(errors(process));
            process.waitFor();
            return output;
        }
    }

    private List<String> errors(Process process) throws IOException {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            return lines.lines().map(this::asPrinted).toList();
        }
    }

    private String atOurPort(String word) {
        return word.replace(PRINTED_PORT, ":" + port);
    }

    private String asPrinted(String line) {
        return line.replace(":" + port, PRINTED_PORT).stripTrailing();
    }

    private void stay(int terminal, End end) {
        occupied.push(new Occupied(terminal, end));
    }

    private void end(int terminal) throws IOException, InterruptedException {
        for (var running : List.copyOf(occupied)) {
            if (running.terminal() == terminal) {
                occupied.remove(running);
                running.end().come();
            }
        }
    }

    /// Who came last goes first: clients before their server. One that cannot be ended does not keep the others.
    private void endAll() throws IOException, InterruptedException {
        if (!occupied.isEmpty()) {
            try {
                occupied.pop().end().come();
            } finally {
                endAll();
            }
        }
    }
}
