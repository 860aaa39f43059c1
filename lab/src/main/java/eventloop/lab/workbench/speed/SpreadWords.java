package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Median;
import java.util.stream.DoubleStream;

/// Several figures of the same thing, for people.
final class SpreadWords {
    private SpreadWords() {}

    /// The median, and the least and the most: `1.2 (1.1 to 1.3)`. At least one figure is needed.
    static String words(double... figures) {
        return "%s (%s to %s)"
                .formatted(
                        Figures.plain(Median.of(figures).orElseThrow()),
                        Figures.plain(DoubleStream.of(figures).min().orElseThrow()),
                        Figures.plain(DoubleStream.of(figures).max().orElseThrow()));
    }
}
