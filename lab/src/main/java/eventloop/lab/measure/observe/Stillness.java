package eventloop.lab.measure.observe;

import eventloop.lab.measure.server.Placement;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/// For how much of the time the server's processor stands still while nobody asks the server for anything. A virtual
/// machine's processor is lent to others for milliseconds, and what is due meanwhile is late: if that is one
/// hundredth of the time, a p99 is the machine's and not the server's.
public final class Stillness {
    /// Longer between two looks at the clock, and something stood still: an interrupt takes a few microseconds.
    private static final Duration PAUSE = Duration.ofNanos(200_000);

    private static final Duration WARM_UP = Duration.ofMillis(300);
    private static final Duration MEASURED = Duration.ofSeconds(2);

    private Stillness() {}

    /// @return of the time
    /// @throws IOException where it cannot be measured
    public static double percent(Placement placement) throws IOException, InterruptedException {
        return Probe.figure(placement.server(), Stillness.class)
                .orElseThrow(() -> new IOException("how still it stands cannot be measured"));
    }

    /// Measures it, once the loop has been compiled: the compiler would be taken for a pause.
    public static void main(String... arguments) {
        percentOf(WARM_UP, System::nanoTime);
        System.out.println(percentOf(MEASURED, System::nanoTime));
    }

    /// @param clock in nanoseconds
    static double percentOf(Duration time, LongSupplier clock) {
        long begin = clock.getAsLong();
        long before = begin;
        long still = 0;
        while (before - begin < time.toNanos()) {
            long now = clock.getAsLong();
            if (now - before >= PAUSE.toNanos()) {
                still += now - before;
            }
            before = now;
        }
        return 100.0 * still / (before - begin);
    }
}
