package eventloop.lab.measure.result;

import java.util.List;
import java.util.Optional;

/// Where the median of all rounds that could be made lies, as far as those that were made tell. It is exact, however
/// the figures are spread, for a number of rounds that was settled before. A claim has five rounds if these are clear,
/// and nine if they are not: of all such intervals at least 470 in 512 have the median in them, for it may be missed
/// twice.
///
/// A round lies below that median as often as above it, as a coin falls. So how many of n rounds lie below is as many
/// as n coins show heads: all five or none of five in 2 cases of 32, and at most one or at least eight of nine in 20 of
/// 512. The median lies between the least and the most of five in all other cases, and between the second least and
/// the second most of nine.
///
/// This is the verdict rule seen from the other side: five of five rounds, or eight of nine, reach the bar when the
/// whole interval does.
public record MedianInterval(double least, double most) {
    /// How often, at least, the interval of a claim has the median in it, be it of five rounds or of nine, from 0 to 1.
    public static final double CERTAINTY_OF_CLAIMS = 470 / 512.0;

    /// Seven rounds give it without the least and the most of them, and four with them.
    private static final double LEAST_CERTAINTY = 1 - 2 * 8 / 128.0;

    /// The shortest that is certain enough; nothing if there are too few rounds for any.
    public static Optional<MedianInterval> of(List<Double> figures) {
        int count = figures.size();
        int left = 0;
        while (certainty(count, left + 1) >= LEAST_CERTAINTY) {
            left++;
        }
        if (certainty(count, left) < LEAST_CERTAINTY) {
            return Optional.empty();
        }
        var sorted = figures.stream().sorted().toList();
        return Optional.of(new MedianInterval(sorted.get(left), sorted.get(count - 1 - left)));
    }

    /// How often the interval has the median in it, from 0 to 1.
    ///
    /// @param left so many figures are left out at each end
    private static double certainty(int count, int left) {
        double ways = 1;
        double outside = 0;
        for (int below = 0; below <= left; below++) {
            outside += 2 * ways;
            ways = ways * (count - below) / (below + 1);
        }
        return 1 - outside / Math.pow(2, count);
    }
}
