package eventloop.lab.measure.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Linux lets a thread sleep up to 50 µs longer than it asked for, to save power. That is about as long as
/// a small request takes, and a generator that wakes late measures its own lateness.
final class TimerSlack {
    private static final Path THIS_THREAD = Path.of("/proc/thread-self");

    private TimerSlack() {}

    /// Has the calling thread wake when it asked to.
    static void remove() {
        try {
            // A link to PID/task/THREAD; every thread has a directory of its own beside the
            // processes', too.
            var thread = Files.readSymbolicLink(THIS_THREAD).getFileName();
            Files.writeString(Path.of("/proc").resolve(thread).resolve("timerslack_ns"), "1");
        } catch (IOException | UnsupportedOperationException notLinux) {
            // Then it is a little late, and the result says how much.
        }
    }
}
