package eventloop.lab.load;

import java.util.Arrays;
import java.util.random.RandomGeneratorFactory;

/// When requests are due: nanoseconds after the beginning, in order, drawn before it.
///
/// A Poisson process, which is what many users who know nothing of each other look like from afar: gaps
/// are exponential, so there are small bursts, and a server has to live with them.
record Arrivals(long[] offsets) {
    /// @param burst so many are due at the same moment; the moments are the fewer
    static Arrivals poisson(double perSecond, int burst, double seconds, long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double meanGap = 1e9 / perSecond * burst;
        double end = seconds * 1e9;
        var offsets = new long[(int) (perSecond * seconds * 1.1) + 100 * burst];
        int count = 0;
        for (double at = gap(random.nextDouble(), meanGap);
                at < end && count + burst <= offsets.length;
                at += gap(random.nextDouble(), meanGap)) {
            Arrays.fill(offsets, count, count + burst, (long) at);
            count += burst;
        }
        return new Arrivals(Arrays.copyOf(offsets, count));
    }

    private static double gap(double uniform, double mean) {
        return -Math.log(1 - uniform) * mean;
    }

    int count() {
        return offsets.length;
    }

    int countBefore(long offset) {
        int place = Arrays.binarySearch(offsets, offset);
        return place < 0 ? -place - 1 : place;
    }

    long offset(int arrival) {
        return offsets[arrival];
    }
}
