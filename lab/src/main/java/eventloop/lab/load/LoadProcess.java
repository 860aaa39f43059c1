package eventloop.lab.load;

import eventloop.lab.Json;
import eventloop.lab.server.Children;
import eventloop.lab.server.Java;
import eventloop.lab.server.LastLines;
import eventloop.lab.server.Placement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The load as a process of its own, seen from the one that started it.
public final class LoadProcess {
    /// Netty's own checks cost the generator requests; they are for programs that pass buffers around.
    public static final List<String> JVM_FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xms256m",
                    "-Xmx256m",
                    "-Dio.netty.leakDetection.level=disabled",
                    "-Dio.netty.buffer.checkBounds=false",
                    "-Dio.netty.buffer.checkAccessible=false",
                    "-Dio.netty.tryReflectionSetAccessible=false",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /// Ctrl-C on a terminal reaches the load as well as whoever started it.
    private static final int INTERRUPTED = 130;

    private LoadProcess() {}

    /// Runs a plan to its end.
    ///
    /// @param listener hears of all events as they happen
    /// @return the results of the plan's phases, in their order
    /// @throws IOException if the process ends before it is done
    public static List<PhaseResult> run(
            LoadPlan plan, Placement placement, Consumer<LoadEvent> listener)
            throws IOException, InterruptedException {
        var process = Children.start(placement.load(), command());
        process.onExit()
                .orTimeout(plan.longest().toSeconds(), TimeUnit.SECONDS)
                .exceptionally(_ -> {
                    process.destroyForcibly();
                    return process;
                });
        var errors = LastLines.of(process.getErrorStream(), "load errors");
        try (var out = process.outputWriter(StandardCharsets.UTF_8);
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8))) {
            out.write(Json.line(plan));
            out.newLine();
            out.flush();
            var results = new ArrayList<PhaseResult>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var event = Json.read(line, LoadEvent.class);
                listener.accept(event);
                if (event instanceof LoadEvent.Done(var result)) {
                    results.add(result);
                }
            }
            int status = process.waitFor();
            if (status == INTERRUPTED) {
                throw new InterruptedException("the load was interrupted");
            }
            if (status != 0) {
                throw new IOException("the load process failed: " + errors.afterTheEnd());
            }
            return results;
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command() {
        return Stream.of(
                        List.of(Java.executable()),
                        JVM_FLAGS,
                        List.of("-cp", System.getProperty("java.class.path")),
                        List.of(LoadMain.class.getName()))
                .flatMap(List::stream)
                .toList();
    }
}
