package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Threads that are Linux's own: it shows them as children of one process. In a container one sees none of them.
public final class KernelThreads {
    /// The parent of all of them, if it has the right name.
    public static final long PARENT = 2;

    private static final String NAME_OF_PARENT = "kthreadd";

    private KernelThreads() {}

    /// @param name of the process whose number is [#PARENT]
    public static boolean areChildrenOf(String name) {
        return name.equals(NAME_OF_PARENT);
    }

    static Stream<Long> pids() {
        try {
            var name = Files.readString(Path.of("/proc/%d/comm".formatted(PARENT))).strip();
            return areChildrenOf(name)
                    ? ProcessHandle.of(PARENT).stream()
                            .flatMap(ProcessHandle::children)
                            .map(ProcessHandle::pid)
                    : Stream.of();
        } catch (IOException notSeen) {
            return Stream.of();
        }
    }
}
