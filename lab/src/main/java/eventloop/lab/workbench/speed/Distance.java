package eventloop.lab.workbench.speed;

import eventloop.lab.measure.observe.Probe;
import eventloop.lab.measure.server.Placement;
import java.time.Duration;
import java.util.OptionalDouble;

/// How far the server's processor and the load's are apart: how long a cache line takes from one to the other and
/// back.
///
/// The processors of a virtual machine are moved about. Now they share a cache, and a minute later they are far
/// apart; whatever one of them writes and the other reads, such as the bytes of a response, takes several times
/// longer then.
final class Distance {
    private static final Duration MEASURED = Duration.ofMillis(40);

    /// Whose turn it is: even numbers are for one thread, odd ones for the other.
    private static volatile int turn;

    private Distance() {}

    /// @return nanoseconds; nothing where it cannot be measured
    static OptionalDouble nanos(Placement placement) throws InterruptedException {
        return Probe.figure(placement.both(), Distance.class);
    }

    /// Measures it, with a thread on each processor.
    public static void main(String... arguments) {
        Thread.ofPlatform().daemon().start(Distance::returnWhatComes);
        System.out.println(roundTripNanos());
    }

    private static void returnWhatComes() {
        while (true) {
            int now = turn;
            if (now % 2 != 0) {
                turn = now + 1;
            }
        }
    }

    private static double roundTripNanos() {
        long begin = System.nanoTime();
        long roundTrips = 0;
        while (System.nanoTime() - begin < MEASURED.toNanos()) {
            int now = turn;
            if (now % 2 == 0) {
                turn = now + 1;
                roundTrips++;
            }
        }
        return (System.nanoTime() - begin) / (double) roundTrips;
    }
}
