package eventloop.lab.measure.load;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Stream;

/// How a server became as fast as it gets.
///
/// It is steady once three seconds in a row agree, or agree on average with the three before them. The second way is
/// for machines on which one second is never like the next: there the first would wait for ever, or for a chance.
///
/// @param bytesPerSecond of right answers, in each second of load until that had stopped to change: bytes, since
///     of large files hardly one may be whole in a second
public record WarmUp(List<Long> bytesPerSecond) {
    private static final int SECONDS_ALIKE = 3;
    private static final double MOST_DIFFERENCE = 0.05;

    /// Before the first second.
    public static final WarmUp NONE = new WarmUp(List.of());

    public WarmUp {
        bytesPerSecond = List.copyOf(bytesPerSecond);
    }

    public WarmUp and(long bytes) {
        return new WarmUp(Stream.concat(bytesPerSecond.stream(), Stream.of(bytes)).toList());
    }

    public int seconds() {
        return bytesPerSecond.size();
    }

    /// Whether the last three seconds agree within 5 %, or are within 5 % of the three before on average.
    public boolean isSteady() {
        return seconds() >= SECONDS_ALIKE && (lastAgree() || changedNoMore());
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
