package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.server.Placement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// Has rounds wait while the processors are farther apart than they were, so that all are fought on the same ground.
/// How near they are when it begins is nobody's choice, and where they never come near again, nobody waits for
/// ever.
final class Nearness {
    /// A [Distance] is no more exact than this.
    private static final double FARTHER = 2;

    /// In all.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// Measures how far apart they are.
    interface Meter {
        OptionalDouble nanos() throws InterruptedException;
    }

    private final Meter meter;
    private Duration waited = Duration.ZERO;
    private double least = Double.POSITIVE_INFINITY;

    Nearness(Meter meter) {
        this.meter = meter;
    }

    static Nearness of(Placement placement) {
        return new Nearness(() -> Distance.nanos(placement));
    }

    /// @return how far apart they are at last, as [Distance#nanos] says
    OptionalDouble await() throws InterruptedException {
        long begin = System.nanoTime();
        var distance = meter.nanos();
        while (isFarther(distance) && waited.compareTo(PATIENCE) < 0) {
            distance = meter.nanos();
            waited = waited.plusNanos(System.nanoTime() - begin);
            begin = System.nanoTime();
        }
        least = Math.min(least, distance.orElse(least));
        return distance;
    }

    private boolean isFarther(OptionalDouble distance) {
        return distance.orElse(0) > FARTHER * least;
    }

    /// What one has to know of the ground on which rounds were fought, unless it was the same for all.
    static Optional<String> remark(List<Round> rounds) {
        var distances = DoubleStream.of(distances(rounds)).summaryStatistics();
        return distances.getMax() > FARTHER * distances.getMin()
                ? Optional.of(
                        "the processors were %s to %s ns apart"
                                .formatted(
                                        Figures.plain(distances.getMin()),
                                        Figures.plain(distances.getMax())))
                : Optional.empty();
    }

    /// The ground of all rounds, if it is known.
    static Optional<String> words(List<Round> rounds) {
        var distances = distances(rounds);
        return distances.length == 0
                ? Optional.empty()
                : Optional.of(
                        "From processor to processor and back in %s ns"
                                .formatted(SpreadWords.words(distances)));
    }

    private static double[] distances(List<Round> rounds) {
        return rounds.stream().flatMapToDouble(round -> round.distanceNanos().stream()).toArray();
    }
}
