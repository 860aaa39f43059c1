package eventloop.lab.measure.load;

import java.util.List;
import java.util.stream.Stream;

/// How much memory a load process may take.
public enum LoadHeap {
    /// The young generation has room for all that a phase allocates, so that no collection falls into it: each
    /// answer that came meanwhile would look late.
    ROOMY("-Xms768m", "-Xmx768m", "-Xmn512m"),

    /// For dozens of processes beside each other, each of which holds thousands of clients that seldom ask. The young
    /// generation has room for all clients of a process, so that none is copied while they come; a collection before
    /// each phase, as the others have it, would in dozens of processes take seconds of the phase itself; and what runs
    /// so seldom is compiled once.
    FRUGAL(
            "-Xms224m",
            "-Xmx448m",
            "-Xmn192m",
            "-XX:+DisableExplicitGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1");

    /// The smaller of these heaps has room for so many: that has been tried.
    private static final int MOST_CONNECTIONS = 20_000;

    private final List<String> sizes;

    LoadHeap(String... sizes) {
        this.sizes = List.of(sizes);
    }

    /// How many connections a process has room for.
    ///
    /// @param allowed that it may have, for it may have so many open files
    public static int connectionsWithin(int allowed) {
        return Math.min(allowed, MOST_CONNECTIONS);
    }

    /// Of the process's JVM.
    public List<String> flags() {
        return Stream.of(sizes, List.of("-XX:+UseSerialGC"), NettyFlags.FLAGS)
                .flatMap(List::stream)
                .toList();
    }
}
