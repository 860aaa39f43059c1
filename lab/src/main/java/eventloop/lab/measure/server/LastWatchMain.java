package eventloop.lab.measure.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;

/// The process that outlives the lab for a moment, see [LastWatch]: reads `come PID` and `gone PID` until the
/// lab is no more, and then ends whoever has come and not gone, and what they have started.
final class LastWatchMain {
    private LastWatchMain() {}

    public static void main(String... arguments) throws IOException {
        var alive = new HashMap<Long, ProcessHandle>();
        try (var news = new BufferedReader(new InputStreamReader(System.in))) {
            news.lines().forEach(line -> note(line, alive));
        }
        alive.values().stream()
                .flatMap(ProcessFamily::of)
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
    }

    /// A handle is of one process only: of another that gets the same number later, it knows nothing.
    private static void note(String line, Map<Long, ProcessHandle> alive) {
        long pid = Long.parseLong(line.substring(LastWatch.COME.length()));
        if (line.startsWith(LastWatch.COME)) {
            ProcessHandle.of(pid).ifPresent(child -> alive.put(pid, child));
        } else {
            alive.remove(pid);
        }
    }
}
