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
        // tag::solution[]
        var free = new PriorityQueue<>(Collections.nCopies(threads, 0L));
        var ends = new ArrayList<Long>();
        for (long arrival : arrivals) {
            long end = Math.max(arrival, free.remove()) + service;
            free.add(end);
            ends.add(end);
        }
        return ends;
        // end::solution[]
        // > return arrivals.stream().map(arrival -> arrival + service).toList();
    }
}
