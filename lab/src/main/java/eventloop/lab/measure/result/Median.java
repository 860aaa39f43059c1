package eventloop.lab.measure.result;

import java.util.Arrays;
import java.util.OptionalDouble;

/// The middle of several figures: one disturbed round does not move it.
public final class Median {
    private Median() {}

    public static OptionalDouble of(double... figures) {
        if (figures.length == 0) {
            return OptionalDouble.empty();
        }
        var sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return OptionalDouble.of(
                sorted.length % 2 == 1
                        ? sorted[middle]
                        : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
