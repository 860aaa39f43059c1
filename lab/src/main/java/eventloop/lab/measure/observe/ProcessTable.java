package eventloop.lab.measure.observe;

import eventloop.lab.measure.server.KernelThreads;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// All processes that can be seen at a moment, and how long each has had a processor. Empty where there is no `/proc`.
///
/// A process has with its own time that of its children who have ended: what the kernel does for a process that is
/// killed, such as closing a hundred thousand sockets, is still the time of whoever had started it.
///
/// @param entries by pid
record ProcessTable(Map<Long, Entry> entries) {
    private static final Path ALL = Path.of("/proc");

    /// @param seconds with those of children that have ended
    record Entry(String name, long parent, double seconds) {}

    static ProcessTable now() {
        var entries = new TreeMap<Long, Entry>();
        try (var processes = Files.newDirectoryStream(ALL, "[0-9]*")) {
            read(processes, entries);
        } catch (IOException notLinux) {
            return new ProcessTable(Map.of());
        }
        return new ProcessTable(entries);
    }

    private static void read(DirectoryStream<Path> processes, Map<Long, Entry> entries) {
        for (var process : processes) {
            new ProcessFiles(process)
                    .stat()
                    .entry()
                    .ifPresent(entry ->
                            entries.put(Long.parseLong(process.getFileName().toString()), entry));
        }
    }

    /// Whether these are all that the machine has: in a container one sees neither the kernel's threads nor what
    /// runs beside it.
    boolean isWholeMachine() {
        return entries.containsKey(KernelThreads.PARENT)
                && KernelThreads.areChildrenOf(entries.get(KernelThreads.PARENT).name());
    }

    /// What a process and its descendants have had.
    double secondsOfFamily(long ancestor) {
        return seconds(pid -> descends(pid, ancestor));
    }

    /// What all programs have had but that process and its descendants: the kernel's own threads are no programs.
    double secondsOfOtherPrograms(long ancestor) {
        return seconds(pid -> !descends(pid, ancestor) && !descends(pid, KernelThreads.PARENT));
    }

    private double seconds(Predicate<Long> which) {
        return entries.keySet().stream()
                .filter(which)
                .mapToDouble(pid -> entries.get(pid).seconds())
                .sum();
    }

    private boolean descends(long pid, long ancestor) {
        long at = pid;
        while (at != ancestor && entries.containsKey(at)) {
            at = entries.get(at).parent();
        }
        return at == ancestor;
    }
}
