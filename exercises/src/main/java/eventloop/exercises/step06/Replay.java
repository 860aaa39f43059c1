package eventloop.exercises.step06;

import eventloop.cache.Cache;
import eventloop.cache.EvictionPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Asks a cache for the pages of a trace, and counts how many it finds in memory.
public final class Replay {
    private Replay() {}

    /// The real cache of step 6, with room for so many pages, under a policy.
    ///
    /// @return how many of all requests found their page in memory, from 0 to 1
    public static double hitRatio(Trace trace, int room, EvictionPolicy policy) {
        var cache = new Cache<Integer, Integer>(room, policy, _ -> {});
        int hits = 0;
        for (int page : trace.requests()) {
            if (cache.find(page).isPresent()) {
                hits++;
            } else {
                cache.store(page, page, 1);
            }
        }
        return (double) hits / trace.requests().size();
    }

    /// The same, for one who knows the future and lets that page go which is needed latest (Bélády, 1966). Nobody can be
    /// better, and no server can do it.
    public static double optimum(Trace trace, int room) {
        var requests = trace.requests();
        var nextUse = nextUses(requests);
        Map<Integer, Integer> kept = new HashMap<>();
        var latest = new PriorityQueue<int[]>((a, b) -> Integer.compare(b[0], a[0]));
        int hits = 0;
        for (int i = 0; i < requests.size(); i++) {
            int page = requests.get(i);
            if (kept.containsKey(page)) {
                hits++;
            } else if (kept.size() == room) {
                dropLatest(kept, latest);
            }
            kept.put(page, nextUse[i]);
            latest.add(new int[] {nextUse[i], page});
        }
        return (double) hits / requests.size();
    }

    private static void dropLatest(Map<Integer, Integer> kept, PriorityQueue<int[]> latest) {
        boolean dropped = false;
        while (!dropped) {
            var candidate = latest.remove();
            // What it says may be out of date: the page has been asked for since, and stands there
            // once more.
            dropped = kept.remove(candidate[1], candidate[0]);
        }
    }

    private static int[] nextUses(List<Integer> requests) {
        var next = new int[requests.size()];
        Map<Integer, Integer> seen = new HashMap<>();
        for (int i = requests.size() - 1; i >= 0; i--) {
            next[i] = seen.getOrDefault(requests.get(i), Integer.MAX_VALUE);
            seen.put(requests.get(i), i);
        }
        return next;
    }
}
