package eventloop.lab.measure.server;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/// Has a process beside the lab that ends the lab's children when the lab was ended by force and could not do it
/// itself. It hears of them by a pipe, and knows by the pipe's end that the lab is gone: that works on every
/// system, and no child has to know of it. Where it cannot be started, the lab does without.
final class LastWatch {
    static final String COME = "come ";
    static final String GONE = "gone ";

    /// It waits all the time, and takes little memory for it.
    private static final List<String> JVM_FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx8m");

    private final Writer pipe;

    private LastWatch(Writer pipe) {
        this.pipe = pipe;
    }

    /// @param prefix what stands before the command
    static LastWatch begin(List<String> prefix) {
        var command =
                Stream.of(
                                prefix,
                                List.of(Java.executable()),
                                JVM_FLAGS,
                                List.of("-cp", System.getProperty("java.class.path")),
                                List.of(LastWatchMain.class.getName()))
                        .flatMap(List::stream)
                        .toList();
        try {
            return new LastWatch(new ProcessBuilder(command).start().outputWriter());
        } catch (IOException cannot) {
            return new LastWatch(Writer.nullWriter());
        }
    }

    void over(Process child) {
        tell(COME + child.pid());
    }

    void noMoreOver(Process child) {
        tell(GONE + child.pid());
    }

    private void tell(String news) {
        try {
            pipe.write(news + "\n");
            pipe.flush();
        } catch (IOException watchIsGone) {
            // The lab does without.
        }
    }
}
