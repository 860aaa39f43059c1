package eventloop.lab.study.vast;

import eventloop.lab.measure.observe.ProcessGroup;
import eventloop.lab.measure.server.Java;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The heap of a JVM at a moment, without its garbage.
///
/// @param pid of that JVM
/// @param openFiles that it has, connections among them; empty where the system does not tell
/// @param bytes empty if it is none, or does not answer
record HeapInUse(long pid, OptionalLong openFiles, OptionalLong bytes) {
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    /// Has a JVM collect its garbage.
    ///
    /// @param isJava whether the process can be asked: to others, the question is a signal
    static HeapInUse collected(long pid, boolean isJava) throws InterruptedException {
        return new HeapInUse(
                pid,
                new ProcessGroup(List.of(pid)).mostOpenFiles(),
                isJava ? inUse(pid) : OptionalLong.empty());
    }

    private static OptionalLong inUse(long pid) throws InterruptedException {
        try {
            Java.jcmd(pid, "GC.run");
            long kibibytes =
                    USED.matcher(Java.jcmd(pid, "GC.heap_info"))
                            .results()
                            .mapToLong(used -> Long.parseLong(used.group(1)))
                            .sum();
            return OptionalLong.of(kibibytes << 10);
        } catch (IOException silent) {
            return OptionalLong.empty();
        }
    }

    /// Has that JVM collect its garbage once more: what has come to it since, divided by the connections that have.
    OptionalDouble collectAgain() throws InterruptedException {
        var now = collected(pid, bytes.isPresent());
        if (!isWhole() || !now.isWhole()) {
            return OptionalDouble.empty();
        }
        double more = now.bytes.getAsLong() - bytes.getAsLong();
        long clients = now.openFiles.getAsLong() - openFiles.getAsLong();
        return clients > 0 ? OptionalDouble.of(more / clients) : OptionalDouble.empty();
    }

    private boolean isWhole() {
        return bytes.isPresent() && openFiles.isPresent();
    }
}
