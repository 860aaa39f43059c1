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

    /// Others on the machine come and go, too.
    private static final long OTHERS = 1_000;

    /// Before the first server is started.
    public static Quiet now() {
        return new Quiet(SocketCounts.now().allocated());
    }

    /// Waits for it, but not for ever.
    public void await() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (hasMoreSockets() && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
        Rest.await(Stream.of());
    }

    private boolean hasMoreSockets() {
        var now = SocketCounts.now().allocated();
        return now.isPresent()
                && sockets.isPresent()
                && now.getAsLong() > sockets.getAsLong() + OTHERS;
    }
}
