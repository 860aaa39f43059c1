package eventloop.lab.load;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/// A stretch of load of one kind. What happens in its lead-in is not counted.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Phase.ClosedLoop.class, name = "closed"),
    @JsonSubTypes.Type(value = Phase.OpenLoop.class, name = "open")
})
public sealed interface Phase {
    double leadInSeconds();

    double seconds();

    /// Every client asks again as soon as it has its answer: as many requests as the server can take.
    /// Tells its peak, but not what a user feels, for a slow server slows its own load.
    record ClosedLoop(double leadInSeconds, double seconds) implements Phase {}

    /// Requests come when they come, whether the server keeps up or not, as with independent users: the
    /// times are drawn beforehand. Latency counts from when a request was due, so that a pause of the
    /// server hits every request that was due in it (no coordinated omission).
    ///
    /// @param burst so many requests are due at the same moment each time
    record OpenLoop(double requestsPerSecond, double leadInSeconds, double seconds, int burst)
            implements Phase {
        /// Results that were stored before there were bursts have none.
        public OpenLoop {
            burst = Math.max(1, burst);
        }

        public OpenLoop(double requestsPerSecond, double leadInSeconds, double seconds) {
            this(requestsPerSecond, leadInSeconds, seconds, 1);
        }
    }

    default Duration duration() {
        return Duration.ofNanos((long) ((leadInSeconds() + seconds()) * 1e9));
    }
}
