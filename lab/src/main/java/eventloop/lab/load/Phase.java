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
    record ClosedLoop(double leadInSeconds, double seconds) implements Phase {
        @Override
        public Phase part(int process, int processes) {
            return this;
        }
    }

    /// Requests come when they come, whether the server keeps up or not, as with independent users: the
    /// times are drawn beforehand. Latency counts from when a request was due, so that a pause of the
    /// server hits every request that was due in it (no coordinated omission).
    record OpenLoop(double requestsPerSecond, double leadInSeconds, double seconds, int burst)
            implements Phase {
        public OpenLoop(double requestsPerSecond, double leadInSeconds, double seconds) {
            this(requestsPerSecond, leadInSeconds, seconds, 1);
        }

        @Override
        public Phase part(int process, int processes) {
            return new OpenLoop(requestsPerSecond / processes, leadInSeconds, seconds, burst);
        }
    }

    /// What one of several load processes does of it.
    Phase part(int process, int processes);

    default Duration duration() {
        return Duration.ofNanos((long) ((leadInSeconds() + seconds()) * 1e9));
    }
}
