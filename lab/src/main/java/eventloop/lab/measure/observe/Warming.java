package eventloop.lab.measure.observe;

import eventloop.lab.measure.load.WarmUp;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Has a server become as fast as it gets: it is asked until its speed changes no more.
///
/// After each second in which a JVM's compilers were at work its clients pause until these are at rest. While clients
/// ask, compilers have to share the processor with the threads that answer, and take several times as long.
public final class Warming {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /// Compilers that are at work are seen to have had a processor in this time, or in the next.
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final int QUIET_LOOKS = 2;
    private static final double REST_SECONDS = 0.002;

    private final ProcessorMeter compilers;

    private Warming(ProcessGroup server) {
        compilers = ProcessorMeter.ofCompilers(server);
    }

    /// A second of load.
    @FunctionalInterface
    public interface Second {
        /// @return bytes of right answers
        long ask() throws IOException, InterruptedException;
    }

    /// @param mostSeconds of load that this may take; pauses take as long again, at most
    /// @param isWorthIt whether to go on: not with a server that has ended
    /// @throws IOException if the load cannot be made
    public static WarmUp untilSteady(
            ProcessGroup server, int mostSeconds, BooleanSupplier isWorthIt, Second load)
            throws IOException, InterruptedException {
        var warming = new Warming(server);
        var warmUp = WarmUp.NONE;
        while (!warmUp.isSteady() && warmUp.seconds() < mostSeconds && isWorthIt.getAsBoolean()) {
            double before = warming.compilersSeconds();
            long bytes = load.ask();
            warmUp = warmUp.and(bytes, warming.compilersSeconds() - before);
            if (warmUp.wasStillCompiling()) {
                warming.pause();
            }
        }
        return warmUp;
    }

    private void pause() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_PAUSE.toNanos();
        double before = compilersSeconds();
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            double now = compilersSeconds();
            quiet = now - before < REST_SECONDS ? quiet + 1 : 0;
            before = now;
        }
    }

    private double compilersSeconds() {
        return compilers.seconds().orElse(0);
    }
}
