package eventloop.lab.measure.observe;

import java.time.Duration;
import java.util.List;

/// What a JVM has put on its heap in a stretch of load, and what it cost to tidy up after it.
///
/// @param requests answered meanwhile
/// @param allocatedBytes by all threads together, those that have ended among them
/// @param pauses of the garbage collector, in which no request is served
/// @param pauseMillis how long they were in all
/// @param longestPauseMillis of them
public record Heap(
        long requests,
        long allocatedBytes,
        long pauses,
        double pauseMillis,
        double longestPauseMillis) {

    static Heap of(long requests, long allocatedBytes, List<Duration> pauses) {
        var millis =
                pauses.stream().mapToDouble(pause -> pause.toNanos() / 1e6).summaryStatistics();
        return new Heap(
                requests,
                allocatedBytes,
                millis.getCount(),
                millis.getSum(),
                Math.max(0, millis.getMax()));
    }

    /// Whether anybody was answered: otherwise nothing can be said of a request.
    public boolean servedRequests() {
        return requests > 0;
    }

    /// Only of a heap that has served requests.
    public double allocatedBytesPerRequest() {
        return (double) allocatedBytes / requests;
    }
}
