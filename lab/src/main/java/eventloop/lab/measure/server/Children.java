package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The processes that the lab has started to measure and to be measured, so that none of them outlives it, however it
/// ends.
public final class Children {
    private static final String OPTIONS_OF_NODE = "NODE_OPTIONS";

    /// Guards itself and what follows: a process is either ended with all the others or never started.
    private static final Set<Process> ALIVE = new HashSet<>();

    private static boolean ending;

    /// Ends them if the lab itself is ended by force. From the first of them on.
    private static LastWatch watch;

    /// Of a process that is ended by force.
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    /// A process in a session of its own does not get the terminal's Ctrl-C: it is the lab that ends it, when it
    /// has stopped to measure.
    private static final List<String> APART_FROM_THE_TERMINAL =
            Programs.find("setsid").map(found -> List.of(found.toString())).orElse(List.of());

    private Children() {}

    /// Starts a process. Options that the environment would add to those of the command are left out.
    ///
    /// @param prefix what stands before the command, such as what pins it to a processor
    public static Process start(List<String> prefix, List<String> command) throws IOException {
        return start(new ProcessBuilder(CommandLines.joined(prefix, command)));
    }

    /// Runs a command to its end, on the lab's own terminal.
    ///
    /// @return its exit status
    public static int runInForeground(List<String> command, Path directory)
            throws IOException, InterruptedException {
        return start(new ProcessBuilder(command).directory(directory.toFile()).inheritIO())
                .waitFor();
    }

    /// Runs a command to its end; what it says goes to a file.
    ///
    /// @return its exit status
    public static int runQuietly(List<String> command, Path directory, Path output)
            throws IOException, InterruptedException {
        return start(
                        new ProcessBuilder(command)
                                .directory(directory.toFile())
                                .redirectErrorStream(true)
                                .redirectOutput(output.toFile()))
                .waitFor();
    }

    /// What a command has said, when it has ended.
    public record Ended(int status, String output, String errors) {}

    /// Runs a command to its end and keeps what it says. It must not say much on its error output, which is read last.
    ///
    /// @param prefix what stands before the command, such as what pins it to a processor
    public static Ended run(List<String> prefix, List<String> command)
            throws IOException, InterruptedException {
        var process = start(prefix, command);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output, errors.strip());
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        builder.command(CommandLines.joined(APART_FROM_THE_TERMINAL, builder.command()));
        builder.environment().keySet().removeAll(Java.OPTIONS_OF_THE_ENVIRONMENT);
        builder.environment().remove(OPTIONS_OF_NODE);
        synchronized (ALIVE) {
            if (ending) {
                throw new IOException("the lab is about to end");
            }
            var process = builder.start();
            ALIVE.add(process);
            watch().over(process);
            process.onExit().thenRun(() -> forget(process));
            return process;
        }
    }

    private static LastWatch watch() {
        if (watch == null) {
            watch = LastWatch.begin(APART_FROM_THE_TERMINAL);
        }
        return watch;
    }

    private static void forget(Process process) {
        synchronized (ALIVE) {
            ALIVE.remove(process);
            watch().noMoreOver(process);
        }
    }

    /// At once, and not in good order: for the end of the lab. Theirs as well. Nothing is started any more, and
    /// what is started by now is gone when this returns.
    public static void endAll() {
        var ended = new ArrayList<ProcessHandle>();
        synchronized (ALIVE) {
            ending = true;
            for (var process : ALIVE) {
                ProcessFamily.of(process.toHandle()).forEach(ended::add);
            }
        }
        ended.forEach(ProcessHandle::destroyForcibly);
        ended.forEach(Children::awaitEnd);
    }

    /// Whether the lab is about to end. From then on, whatever fails may fail for that.
    public static boolean areEnding() {
        synchronized (ALIVE) {
            return ending;
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit()
                .completeOnTimeout(process, LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
