package eventloop.lab.show.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last things that have been seen of a server, in the order in which they became known, for whoever asks for the
/// news. What nobody has asked for in time is forgotten. Any thread.
final class Sightings {
    /// Of some minutes at the usual rate, of some seconds of the liveliest servers.
    private static final int MOST = 100_000;

    private final Instant begin;
    private final int most;
    private final Deque<Sight> last = new ArrayDeque<>();

    /// How many have been forgotten.
    private long forgotten;

    /// @param begin of the watch
    Sightings(Instant begin) {
        this(begin, MOST);
    }

    /// @param most how many are kept
    Sightings(Instant begin, int most) {
        this.begin = begin;
        this.most = most;
    }

    Instant begin() {
        return begin;
    }

    /// In microseconds after the beginning of the watch.
    double time(Instant instant) {
        return Duration.between(begin, instant).toNanos() / 1e3;
    }

    synchronized void add(Sight sight) {
        if (last.size() == most) {
            last.removeFirst();
            forgotten++;
        }
        last.addLast(sight);
    }

    /// What has become known since somebody asked before.
    ///
    /// @param next as the [News] before said; 0 at first
    synchronized News since(long next) {
        var news = last.stream().skip(Math.max(0, next - forgotten)).toList();
        return new News(forgotten + last.size(), news);
    }

    /// @param next what to ask for next time
    record News(long next, List<Sight> sights) {}
}
