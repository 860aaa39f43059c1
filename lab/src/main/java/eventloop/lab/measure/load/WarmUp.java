package eventloop.lab.measure.load;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;

/// How a server became as fast as it gets.
///
/// It is steady once three seconds in a row agree, or agree on average with the three before them. The second way is
/// for machines on which one second is never like the next: there the first would wait for ever, or for a chance.
/// A JVM whose compilers are at work is not steady, whatever its speed: it will be faster when they are done, and has
/// their share of the processor then.
///
/// @param bytesPerSecond of right answers, in each second of load until that had stopped to change: bytes, since
///     of large files hardly one may be whole in a second
/// @param compiling the share of a processor that compilers had in each of these seconds: 0 to 1 and more, nothing
///     where nobody looked
public record WarmUp(List<Long> bytesPerSecond, List<Double> compiling) {
    private static final int SECONDS_ALIKE = 3;
    private static final double MOST_DIFFERENCE = 0.05;
    private static final double MOST_COMPILING = 0.1;

    /// Before the first second.
    public static final WarmUp NONE = new WarmUp(List.of(), List.of());

    public WarmUp {
        bytesPerSecond = List.copyOf(bytesPerSecond);
        compiling = List.copyOf(compiling);
    }

    /// @param compilersSeconds for which compilers have had processors; below nothing if one of their threads has
    ///     ended, with which the kernel forgets what it had done
    public WarmUp and(long bytes, double compilersSeconds) {
        return new WarmUp(
                with(bytesPerSecond, bytes), with(compiling, Math.max(0, compilersSeconds)));
    }

    private static <T> List<T> with(List<T> some, T another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }

    public int seconds() {
        return bytesPerSecond.size();
    }

    /// Whether the last three seconds agree within 5 %, or are within 5 % of the three before on average, and
    /// compilers are at rest.
    public boolean isSteady() {
        return seconds() >= SECONDS_ALIKE
                && (lastAgree() || changedNoMore())
                && !wasStillCompiling();
    }

    /// Why figures that follow may not be what the server can do; empty if it is steady.
    public Optional<String> doubt() {
        if (isSteady()) {
            return Optional.empty();
        }
        var words =
                wasStillCompiling()
                        ? "the JVM was still compiling after %d s of load"
                        : "not steady after %d s of load";
        return Optional.of(words.formatted(seconds()));
    }

    /// Whether compilers had more than a tenth of a processor in the last second.
    public boolean wasStillCompiling() {
        return !compiling.isEmpty() && compiling.getLast() > MOST_COMPILING;
    }

    private boolean lastAgree() {
        var last = secondsFrom(seconds() - SECONDS_ALIKE);
        return agree(last.getMin(), last.getMax());
    }

    private boolean changedNoMore() {
        int before = seconds() - 2 * SECONDS_ALIKE;
        if (before < 0) {
            return false;
        }
        double earlier = secondsFrom(before).getAverage();
        double last = secondsFrom(before + SECONDS_ALIKE).getAverage();
        return agree(Math.min(earlier, last), Math.max(earlier, last));
    }

    private LongSummaryStatistics secondsFrom(int first) {
        return bytesPerSecond.subList(first, first + SECONDS_ALIKE).stream()
                .mapToLong(Long::longValue)
                .summaryStatistics();
    }

    /// Nothing agrees with nothing: a server that answers nobody is not steady.
    private static boolean agree(double less, double more) {
        return less > 0 && more - less <= MOST_DIFFERENCE * more;
    }
}
