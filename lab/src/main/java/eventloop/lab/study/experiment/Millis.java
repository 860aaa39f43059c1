package eventloop.lab.study.experiment;

import java.time.Duration;

/// A time as a person reads it: `0.8 ms`, `1,740 ms`.
final class Millis {
    private static final int FROM_HERE_WHOLE = 10;

    private Millis() {}

    static String of(Duration time) {
        double millis = time.toNanos() / 1e6;
        return (millis < FROM_HERE_WHOLE ? "%.1f ms" : "%,.0f ms").formatted(millis);
    }
}
