package eventloop.lab.measure.observe;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The files in which Linux tells of a process: `/proc/PID`. A process that is gone has none, and where
/// there is no `/proc` no process has.
public record ProcessFiles(Path directory) {
    private static final int LONGEST_FILE = 8192;

    public static ProcessFiles of(long pid) {
        return new ProcessFiles(Path.of("/proc", Long.toString(pid)));
    }

    public OptionalInt threads() {
        return status().threads();
    }

    /// The most physical memory that the process has had at any time.
    public OptionalLong peakMemoryBytes() {
        return status().peakMemoryBytes();
    }

    /// Physical memory, of which a process that shares a page with others has its part only. See
    /// proc_pid_smaps(5).
    OptionalLong proportionalMemoryBytes() {
        return read(directory.resolve("smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst();
    }

    OptionalLong openFiles() {
        try (var files = Files.list(directory.resolve("fd"))) {
            return OptionalLong.of(files.count());
        } catch (IOException | UncheckedIOException unseen) {
            return OptionalLong.empty();
        }
    }

    StatusFile status() {
        return new StatusFile(read(directory.resolve("status")));
    }

    StatFile stat() {
        return new StatFile(read(directory.resolve("stat")));
    }

    /// What every thread that is there now has done since it began, by its number.
    Map<Integer, ThreadWork> workByThread() {
        return workByThread(_ -> true);
    }

    /// Of those threads alone that compile for a JVM: `C1 CompilerThread0`, of which the kernel keeps 15 letters.
    Map<Integer, ThreadWork> workOfCompilers() {
        return workByThread(thread -> read(thread.resolve("comm")).contains("Compiler"));
    }

    private Map<Integer, ThreadWork> workByThread(DirectoryStream.Filter<Path> which) {
        var work = new HashMap<Integer, ThreadWork>();
        try (var threads = Files.newDirectoryStream(directory.resolve("task"), which)) {
            for (var thread : threads) {
                workOf(thread)
                        .ifPresent(done ->
                                work.put(Integer.parseInt(thread.getFileName().toString()), done));
            }
        } catch (IOException | DirectoryIteratorException gone) {
            // It ended meanwhile: what has been seen until now is all there is.
        }
        return work;
    }

    /// The first number of `schedstat` is time on a processor.
    private static Optional<ThreadWork> workOf(Path thread) {
        var status = new StatusFile(read(thread.resolve("status")));
        var times = read(thread.resolve("schedstat"));
        var voluntary = status.voluntarySwitches();
        var forced = status.forcedSwitches();
        return voluntary.isEmpty() || forced.isEmpty() || times.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ThreadWork(
                                voluntary.getAsLong(),
                                forced.getAsLong(),
                                Long.parseLong(times, 0, times.indexOf(' '), 10)));
    }

    /// Of the machine, or of the part of it that the process sees: its network namespace. See [DroppedConnections].
    OptionalLong droppedConnections() {
        return DroppedConnections.parse(read(directory.resolve("net/netstat")));
    }

    /// In one read: there may be thousands of threads, and the processor this takes is the load's.
    private static String read(Path path) {
        try (var file = new FileInputStream(path.toString())) {
            return new String(file.readNBytes(LONGEST_FILE), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
