package eventloop.lab.observe;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The files in which Linux tells of a process: `/proc/PID`. A process that is gone has none, and where
/// there is no `/proc` no process has.
public record ProcessFiles(Path directory) {
    private static final Pattern THREADS = field("Threads");
    private static final Pattern PEAK_MEMORY = field("VmHWM");
    private static final Pattern RESIDENT_MEMORY = field("VmRSS");
    private static final Pattern VOLUNTARY = field("voluntary_ctxt_switches");
    private static final Pattern FORCED = field("nonvoluntary_ctxt_switches");
    private static final int LONGEST_FILE = 8192;

    /// The kernel counts in hundredths of a second here, whatever it uses inside.
    private static final double TICKS_A_SECOND = 100;

    private static Pattern field(String name) {
        return Pattern.compile("^" + name + ":\\s+(\\d+)", Pattern.MULTILINE);
    }

    public static ProcessFiles of(long pid) {
        return new ProcessFiles(Path.of("/proc", Long.toString(pid)));
    }

    public OptionalInt threads() {
        var number = number(THREADS, status(directory));
        return number.isPresent() ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
    }

    public OptionalLong peakMemoryBytes() {
        return bytes(PEAK_MEMORY);
    }

    OptionalLong residentMemoryBytes() {
        return bytes(RESIDENT_MEMORY);
    }

    private OptionalLong bytes(Pattern field) {
        var kibibytes = number(field, status(directory));
        return kibibytes.isPresent()
                ? OptionalLong.of(kibibytes.getAsLong() * 1024)
                : OptionalLong.empty();
    }

    /// See proc_pid_stat(5): behind the name, which ends with the last parenthesis, the 12th and the 13th
    /// number are ticks.
    Optional<ProcessorTime> processorTime() {
        var stat = read(directory.resolve("stat"));
        var numbers = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return numbers.length < 13
                ? Optional.empty()
                : Optional.of(new ProcessorTime(seconds(numbers[11]), seconds(numbers[12])));
    }

    private static double seconds(String ticks) {
        return Long.parseLong(ticks) / TICKS_A_SECOND;
    }

    /// Context switches so far of every thread that is there now, by its number.
    Map<Integer, Switches> contextSwitchesByThread() {
        var switches = new HashMap<Integer, Switches>();
        try (var tasks = Files.newDirectoryStream(directory.resolve("task"))) {
            for (var task : tasks) {
                var status = status(task);
                var voluntary = number(VOLUNTARY, status);
                var forced = number(FORCED, status);
                if (voluntary.isPresent() && forced.isPresent()) {
                    switches.put(
                            Integer.parseInt(task.getFileName().toString()),
                            new Switches(voluntary.getAsLong(), forced.getAsLong()));
                }
            }
        } catch (IOException gone) {
            // It ended meanwhile: what has been seen until now is all there is.
        }
        return switches;
    }

    private static OptionalLong number(Pattern field, String status) {
        var matcher = field.matcher(status);
        return matcher.find()
                ? OptionalLong.of(Long.parseLong(matcher.group(1)))
                : OptionalLong.empty();
    }

    /// In one read, and by the plainest means: there may be thousands of threads, and the processor this
    /// takes is the load's.
    private static String status(Path directory) {
        return read(directory.resolve("status"));
    }

    private static String read(Path path) {
        try (var file = new FileInputStream(path.toString())) {
            return new String(file.readNBytes(LONGEST_FILE), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
