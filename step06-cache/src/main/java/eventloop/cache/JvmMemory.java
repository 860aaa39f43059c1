package eventloop.cache;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much memory this JVM may take, in bytes.
///
/// @param heap for objects (`-Xmx`)
/// @param outside for what lies outside the heap, as direct buffers do
record JvmMemory(long heap, long outside) {
    private static final Pattern OUTSIDE =
            Pattern.compile("-XX:MaxDirectMemorySize=(\\d+)([kmgt]?)", Pattern.CASE_INSENSITIVE);

    static JvmMemory ofThisOne() {
        return of(
                Runtime.getRuntime().maxMemory(),
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /// A JVM allows itself as much outside the heap as it has heap, unless it is told otherwise. As with all of its
    /// options the last word counts; 0 tells it nothing.
    ///
    /// @param arguments with which it was started
    static JvmMemory of(long heap, List<String> arguments) {
        long told =
                arguments.stream()
                        .map(OUTSIDE::matcher)
                        .filter(Matcher::matches)
                        .mapToLong(JvmMemory::bytes)
                        .reduce(0, (_, last) -> last);
        return new JvmMemory(heap, told == 0 ? heap : told);
    }

    private static long bytes(MatchResult size) {
        long number = Long.parseLong(size.group(1));
        return switch (size.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> number << 10;
            case "m" -> number << 20;
            case "g" -> number << 30;
            case "t" -> number << 40;
            default -> number;
        };
    }

    /// The cache may have so much: what is left is for the rest of the server. Of what the cache counts, up to a half
    /// lies in the heap if all files are tiny, and more if their names are long; and the server needs room there
    /// ([eventloop.selector.MemoryBudget#shareOfHeap]), as it does outside for what is on its way.
    long mostForCache() {
        return Math.min(heap, outside) / 2;
    }
}
