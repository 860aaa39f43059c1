package eventloop.exercises.step02.onpaper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/// A pool of threads, worked out.
public final class PaperPool {
    private PaperPool() {}

    /// When each client is answered.
    ///
    /// @param arrivals when each client comes, in milliseconds, in order
    /// @param service how long each takes, in milliseconds
    public static List<Long> ends(int threads, List<Long> arrivals, long service) {
        return arrivals.stream().map(arrival -> arrival + service).toList();
    }
}
