package eventloop.lab.server;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Every process the lab has started, so that none of them outlives it.
public final class Children {
    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    private Children() {}

    /// Starts a process. JVM options that the environment would add to those of the command are left out.
    public static Process start(List<String> prefix, List<String> command) throws IOException {
        var builder = new ProcessBuilder(Stream.of(prefix, command).flatMap(List::stream).toList());
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        var process = builder.start();
        ALIVE.add(process);
        process.onExit().thenRun(() -> ALIVE.remove(process));
        return process;
    }

    /// At once, and not in good order: for the end of the lab.
    public static void endAll() {
        ALIVE.forEach(Process::destroyForcibly);
    }
}
