package eventloop.lab.measure.observe;

import eventloop.lab.measure.server.Rest;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The machine as it was before a run: what one experiment has left behind is cleared up before the next one begins. The
/// kernel needs seconds to close a million sockets, and whoever is measured meanwhile pays for it.
///
/// @param sockets that the kernel had; empty where the system does not tell, and so they cannot be waited for
public record Quiet(OptionalLong sockets) {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    /// The kernel closes thousands of sockets in this time, if there are any to be closed.
    private static final long MILLIS_OF_REST = 500;

    /// Others on the machine come and go, too.
    private static final long OTHERS = 1_000;

    /// Before the first server is started. Waits until nothing is left of what was there before, for that would count as
    /// rest from then on; but not for ever.
    public static Quiet begin() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        Quiet before;
        var rest = now();
        do {
            before = rest;
            TimeUnit.MILLISECONDS.sleep(MILLIS_OF_REST);
            rest = now();
        } while (before.hasMoreThan(rest) && System.nanoTime() - end < 0);
        Rest.await(Stream.of());
        return rest;
    }

    /// Waits for it, but not for ever.
    public void await() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (now().hasMoreThan(this) && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
        Rest.await(Stream.of());
    }

    private static Quiet now() {
        return new Quiet(SocketCounts.now().allocated());
    }

    private boolean hasMoreThan(Quiet rest) {
        return sockets.isPresent()
                && rest.sockets.isPresent()
                && sockets.getAsLong() > rest.sockets.getAsLong() + OTHERS;
    }
}
