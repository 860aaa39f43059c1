package eventloop.lab.study.agreement;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Within what share load programs have to agree with the course's own. Each draws a timetable of its own: in a thousand
/// random requests a tenth is three standard deviations.
final class Tolerance {
    private static final double SHARE = 0.1;

    /// Who is turned away is done soon, and disturbs every other figure.
    private static final double FAILED = 0.01;

    private Tolerance() {}

    /// @param all with the course's own first
    static boolean agree(Reading reading, List<Reading> all) {
        var own = all.getFirst();
        return hasFewFailures(reading)
                && within(Reading::requestsPerSecond, reading, own)
                && within(Reading::meanMillis, reading, own);
    }

    private static boolean hasFewFailures(Reading reading) {
        return reading.failed() <= FAILED * (reading.answered() + reading.failed());
    }

    private static boolean within(ToDoubleFunction<Reading> figure, Reading reading, Reading own) {
        double expected = figure.applyAsDouble(own);
        return Math.abs(figure.applyAsDouble(reading) - expected) <= SHARE * expected;
    }

    static String words() {
        return "requests/s and mean within %.0f %% of the course's own, and at most %.0f %% failed"
                .formatted(100 * SHARE, 100 * FAILED);
    }
}
