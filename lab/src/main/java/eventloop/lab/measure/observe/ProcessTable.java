package eventloop.lab.measure.observe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

    /// The kernel counts in hundredths of a second here, whatever it uses inside.
    private static final double TICKS_A_SECOND = 100;

    /// The parent of all threads that are the kernel's own.
    private static final long KERNEL = 2;

    private static final String NAME_OF_KERNEL = "(kthreadd)";

    /// @param seconds with those of children that have ended
    record Entry(String name, long parent, double seconds) {
        /// See proc_pid_stat(5): behind the name, which ends with the last parenthesis, the second field is the parent,
        /// and the 12th to the 15th are ticks: in user code and in the kernel, and those of ended children.
        static Entry parse(String stat) {
            int end = stat.lastIndexOf(')') + 1;
            var fields = stat.substring(end).strip().split(" ");
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return new Entry(
                    stat.substring(stat.indexOf('('), end),
                    Long.parseLong(fields[1]),
                    ticks / TICKS_A_SECOND);
        }
    }

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
            stat(process)
                    .ifPresent(stat ->
                            entries.put(
                                    Long.parseLong(process.getFileName().toString()),
                                    Entry.parse(stat)));
        }
    }

    private static Optional<String> stat(Path process) {
        try {
            return Optional.of(
                    Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// Whether these are all that the machine has: in a container one sees neither the kernel's threads nor what
    /// runs beside it.
    boolean isWholeMachine() {
        return entries.containsKey(KERNEL) && entries.get(KERNEL).name().equals(NAME_OF_KERNEL);
    }

    /// What a process and its descendants have had.
    double secondsOfFamily(long ancestor) {
        return seconds(pid -> descends(pid, ancestor));
    }

    /// What all programs have had but that process and its descendants: the kernel's own threads are no programs.
    double secondsOfOtherPrograms(long ancestor) {
        return seconds(pid -> !descends(pid, ancestor) && !descends(pid, KERNEL));
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
