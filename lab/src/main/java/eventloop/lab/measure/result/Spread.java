package eventloop.lab.measure.result;

import java.util.Arrays;
import java.util.List;

/// The middle of several figures, and how far they lie apart.
public record Spread(double least, double median, double most) {
    /// @throws java.util.NoSuchElementException if there are none
    public static Spread of(List<Double> figures) {
        var all = figures.stream().mapToDouble(Double::doubleValue).toArray();
        return new Spread(
                Arrays.stream(all).min().orElseThrow(),
                Median.of(all).orElseThrow(),
                Arrays.stream(all).max().orElseThrow());
    }
}
