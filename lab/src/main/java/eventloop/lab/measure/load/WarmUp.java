package eventloop.lab.measure.load;

import java.util.List;
import java.util.stream.Stream;

/// How a server became as fast as it gets.
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

    /// Whether the last three seconds agree within 5 %.
    public boolean isSteady() {
        if (seconds() < SECONDS_ALIKE) {
            return false;
        }
        var last =
                bytesPerSecond.subList(seconds() - SECONDS_ALIKE, seconds()).stream()
                        .mapToLong(Long::longValue)
                        .summaryStatistics();
        return last.getMin() > 0
                && last.getMax() - last.getMin() <= MOST_DIFFERENCE * last.getMax();
    }
}
