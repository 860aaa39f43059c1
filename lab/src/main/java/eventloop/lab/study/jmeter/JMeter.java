package eventloop.lab.study.jmeter;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.FailedBuildException;
import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.LastLines;
import eventloop.lab.measure.server.ModuleBuild;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// JMeter in processes of its own: it is built when it is asked for, for it and what it needs are 70 MB.
///
/// @param course the course's directory
public record JMeter(Path course) {
    private static final String MODULE = "lab/jmeter";
    private static final String PLAN = "course.jmx";
    private static final String PACKAGE = "eventloop.jmeter.";
    private static final String CORE = "ApacheJMeter_core-*.jar";

    /// A thread and a stack for each user, and the summary in which each answer is kept.
    private static final String MEMORY = "-Xmx1g";

    private ModuleBuild moduleBuild() {
        return new ModuleBuild(course, MODULE);
    }

    private Path target() {
        return moduleBuild().target();
    }

    /// The test plan, which JMeter's own window can open.
    public Path plan() {
        return course.resolve(MODULE).resolve(PLAN);
    }

    /// Whether it has to be built, for the first time or anew.
    public boolean needsBuild() throws IOException {
        return moduleBuild().isStale();
    }

    /// @throws FailedBuildException if that does not go well; the message says where Maven has said why
    public void build(String maven) throws IOException, InterruptedException {
        moduleBuild().build(maven, "JMeter cannot be had");
    }

    /// As its library is called.
    public String version() throws IOException {
        try (var libraries = Files.newDirectoryStream(target().resolve("lib"), CORE)) {
            var core = libraries.iterator().next().getFileName().toString();
            return core.replaceAll("^.*-|\\.jar$", "");
        }
    }

    /// What a run is to be.
    ///
    /// @param users of whom each has a thread and a connection
    /// @param rampSeconds until the last of them has begun
    /// @param requestsPerSecond of all together, at random times
    public record Load(int users, int rampSeconds, int requestsPerSecond, int seconds) {}

    /// @param words one line for a person
    /// @param isAllAnswered whether no request has failed
    public record Found(String words, boolean isAllAnswered) {}

    /// Has the plan run to its end.
    ///
    /// @param dashboard a directory for JMeter's HTML dashboard, that is not there yet
    /// @param engines as in `HOST:PORT`, each of which runs the whole plan; none if it is to run here
    /// @param pinning what to put before the command
    /// @throws IOException if JMeter has found nothing, with its last words
    public Found run(
            URI server, Load load, Path dashboard, List<String> engines, List<String> pinning)
            throws IOException, InterruptedException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                plan().toString(),
                                dashboard.toString(),
                                "host=" + server.getHost(),
                                "port=" + server.getPort(),
                                "users=" + load.users(),
                                "rampSeconds=" + load.rampSeconds(),
                                "requestsPerSecond=" + load.requestsPerSecond(),
                                "seconds=" + load.seconds()));
        engines.forEach(engine -> arguments.add("engine=" + engine));
        var process = Children.start(pinning, command("PlanRun", arguments));
        var errors = LastLines.of(process.getErrorStream(), "JMeter errors");
        var lines = process.inputReader().lines().toList();
        int status = process.waitFor();
        var words = lines.stream().filter(line -> line.contains(" requests, ")).findFirst();
        if (words.isEmpty()) {
            throw new IOException("JMeter has found nothing" + errors.lastWords());
        }
        return new Found(words.get(), status == 0);
    }

    /// Waits for plans that others send, until it is told to end.
    ///
    /// @param address at which it can be reached
    /// @return its exit status
    public int serveAsEngine(int port, String address) throws IOException, InterruptedException {
        return Children.runInForeground(
                command("Engine", List.of(String.valueOf(port), address)), course);
    }

    private List<String> command(String main, List<String> arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                Java.executable(),
                                MEMORY,
                                // Libraries of JMeter's call what the JDK is about to take away.
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                moduleBuild().jar()
                                        + File.pathSeparator
                                        + target().resolve("lib/*"),
                                PACKAGE + main));
        command.addAll(arguments);
        return command;
    }
}
