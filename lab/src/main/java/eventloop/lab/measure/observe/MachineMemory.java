package eventloop.lab.measure.observe;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The machine's memory at a moment. See proc_meminfo(5); other systems tell only what nobody has.
///
/// @param availableBytes for whoever asks next, with what the kernel would give back
/// @param kernelBytes that the kernel has taken for its own objects, sockets among them, and for the stacks of
///     threads; empty where the system does not tell
public record MachineMemory(long availableBytes, OptionalLong kernelBytes) {
    private static final Path FILE = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable";
    private static final String FREE = "MemFree";
    private static final List<String> KERNEL = List.of("Slab", "KernelStack", "PageTables");

    public static MachineMemory now() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException otherSystem) {
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new MachineMemory(system.getFreeMemorySize(), OptionalLong.empty());
        }
    }

    /// @param text lines such as `Slab:    123 kB`
    static MachineMemory parse(String text) {
        var kibibytes =
                text.lines()
                        .map(line -> line.split(":\\s*| "))
                        .collect(
                                Collectors.toMap(
                                        words -> words[0], words -> Long.parseLong(words[1])));
        // Not every kernel, and nothing that stands for one, has all of these lines.
        long available = kibibytes.getOrDefault(AVAILABLE, kibibytes.getOrDefault(FREE, 0L));
        var kernel = KERNEL.stream().filter(kibibytes::containsKey).toList();
        return new MachineMemory(
                available << 10,
                kernel.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(kernel.stream().mapToLong(kibibytes::get).sum() << 10));
    }

    /// What the kernel has taken since `before`: 0 if it has given back more; empty where it was not told both times.
    public OptionalLong kernelBytesSince(MachineMemory before) {
        return kernelBytes.isPresent() && before.kernelBytes.isPresent()
                ? OptionalLong.of(
                        Math.max(0, kernelBytes.getAsLong() - before.kernelBytes.getAsLong()))
                : OptionalLong.empty();
    }
}
