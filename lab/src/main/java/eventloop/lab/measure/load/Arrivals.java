package eventloop.lab.measure.load;

import java.util.Arrays;
import java.util.random.RandomGeneratorFactory;

/// When requests are due: nanoseconds after the beginning, in order, drawn before it.
///
/// A Poisson process, which is what many users who know nothing of each other look like from afar: gaps
/// are exponential, so there are small bursts, and a server has to live with them. Where whole bursts are
/// asked for, it is these that come at random times, as when a page brings its images along.
record Arrivals(long[] offsets) {
    /// @param perSecond requests on average, however many come together
    /// @param burst so many requests come at the same moment
    static Arrivals poisson(double perSecond, int burst, double seconds, long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double meanGap = burst * 1e9 / perSecond;
        double end = seconds * 1e9;
        var offsets = new long[mostOf(perSecond * seconds, burst)];
        int count = 0;
        for (double at = gap(random.nextDouble(), meanGap);
                at < end && count + burst <= offsets.length;
                at += gap(random.nextDouble(), meanGap)) {
            Arrays.fill(offsets, count, count + burst, (long) at);
            count += burst;
        }
        return new Arrivals(Arrays.copyOf(offsets, count));
    }

    /// Ten standard deviations more than on average.
    private static int mostOf(double average, int burst) {
        return (int) (average + 10 * Math.sqrt(average * burst) + 10 * burst);
    }

    private static double gap(double uniform, double mean) {
        return -Math.log(1 - uniform) * mean;
    }

    int count() {
        return offsets.length;
    }

    /// How many are due earlier than `offset`.
    int countBefore(long offset) {
        int place = Arrays.binarySearch(offsets, offset);
        if (place < 0) {
            return -place - 1;
        }
        while (place > 0 && offsets[place - 1] == offset) {
            place--;
        }
        return place;
    }

    long offset(int arrival) {
        return offsets[arrival];
    }
}
