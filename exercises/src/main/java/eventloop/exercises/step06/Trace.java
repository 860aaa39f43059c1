package eventloop.exercises.step06;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What clients ask for, one request after the other: pages as numbers. Made, but as real traces are: few pages are asked
/// for most of the time (their popularity follows Zipf's law), now and then a new one takes the place of an old one, and a
/// good many are asked for once and never again.
public record Trace(List<Integer> requests) {
    private static final int REQUESTS = 60_000;
    private static final int PAGES = 2_000;
    private static final int SHARE_ASKED_FOR_ONCE = 5;
    private static final int REQUESTS_UNTIL_ONE_IS_REPLACED = 20;

    /// Always the same one.
    public static Trace given() {
        var random = new Random(2018);
        var popular = zipf();
        var requests = new ArrayList<Integer>();
        int[] pages = IntStream.range(0, PAGES).toArray();
        int next = PAGES;
        for (int i = 0; i < REQUESTS; i++) {
            if (i % REQUESTS_UNTIL_ONE_IS_REPLACED == 0) {
                pages[random.nextInt(PAGES)] = next++;
            }
            boolean once = random.nextInt(SHARE_ASKED_FOR_ONCE) == 0;
            requests.add(once ? next++ : pages[rank(popular, random.nextDouble())]);
        }
        return new Trace(List.copyOf(requests));
    }

    /// The share of all requests that goes to the most popular page, to the first two, to the first three, and so on.
    private static double[] zipf() {
        var sums = new double[PAGES];
        double sum = 0;
        for (int rank = 0; rank < PAGES; rank++) {
            sum += 1.0 / (rank + 1);
            sums[rank] = sum;
        }
        for (int rank = 0; rank < PAGES; rank++) {
            sums[rank] /= sum;
        }
        return sums;
    }

    private static int rank(double[] sums, double chance) {
        int found = Arrays.binarySearch(sums, chance);
        return found >= 0 ? found : -found - 1;
    }
}
