package eventloop.cache;

import eventloop.server.CommandLine;
import eventloop.server.Option;
import eventloop.server.UsageException;
import eventloop.workers.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What the cache may hold, and for how long: for this step and the next.
///
/// @param budget in bytes
/// @param fileLimit in bytes; files of this size and above are not kept
/// @param freshness how long a file is served without a look at the disk
/// @param staleness how much longer it is served while the disk does not answer
public record CacheOptions(long budget, long fileLimit, Duration freshness, Duration staleness) {
    /// The policies that can be asked for, and how to make one.
    public enum Policy {
        LRU,
        FIFO;

        EvictionPolicy create() {
            return switch (this) {
                case LRU -> new LeastRecentlyUsed();
                case FIFO -> new FirstInFirstOut();
            };
        }
    }

    private static final long LARGEST_BUDGET = 1L << 40;
    private static final long LARGEST_FILE = 1L << 30;

    private static final Option BUDGET = new Option("--cache", "BYTES", "256m", "memory for files");
    private static final Option BELOW =
            new Option("--cache-below", "BYTES", "1m", "files of this size and above are not kept");
    private static final Option POLICY =
            new Option("--cache-policy", "NAME", "lru", "who goes first: lru or fifo");
    private static final Option FRESHNESS =
            new Option("--cache-freshness", "SECONDS", "1", "a change is seen after this");
    private static final Option STALENESS =
            new Option(
                    "--cache-staleness",
                    "SECONDS",
                    "10",
                    "or so much later, if the disk does not answer");

    /// These options and those of the helpers, which fill the cache.
    public static final List<Option> ALL =
            Stream.concat(
                            WorkerOptions.ALL.stream(),
                            Stream.of(BUDGET, BELOW, POLICY, FRESHNESS, STALENESS))
                    .toList();

    /// The budget is what was asked for, or what this JVM can give: then a line on standard error says so.
    public static CacheOptions of(CommandLine line) throws UsageException {
        long longest = Duration.ofDays(1).toSeconds();
        return new CacheOptions(
                granted(line.bytes(BUDGET, 0, LARGEST_BUDGET)),
                line.bytes(BELOW, 0, LARGEST_FILE),
                line.seconds(FRESHNESS, 0, longest),
                line.seconds(STALENESS, 0, longest));
    }

    /// Who goes first, as was asked for. A new one with each call: one policy serves one cache.
    public static EvictionPolicy policy(CommandLine line) throws UsageException {
        return line.choice(POLICY, Policy.class).create();
    }

    private static long granted(long asked) {
        long most = JvmMemory.ofThisOne().mostForCache();
        if (asked > most) {
            System.err.printf(
                    "%s: %,d MiB were asked for, and the cache has %,d: half of what this JVM may have"
                            + " as heap (-Xmx), or outside it (-XX:MaxDirectMemorySize) if that is less%n",
                    BUDGET.name(), asked >> 20, most >> 20);
        }
        return Math.min(asked, most);
    }
}
