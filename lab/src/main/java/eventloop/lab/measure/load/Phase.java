package eventloop.lab.measure.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/// A stretch of load of one kind. What happens in its lead-in is not counted.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Phase.ClosedLoop.class, name = "closed"),
    @JsonSubTypes.Type(value = Phase.OpenLoop.class, name = "open"),
    @JsonSubTypes.Type(value = Phase.Arrival.class, name = "arrival")
})
public sealed interface Phase {
    /// By whoever watches a server, in `/proc`.
    int THREADS_SEEN_A_MILLISECOND = 10;

    double leadInSeconds();

    double seconds();

    /// The same load for another time, without a lead-in.
    Phase lasting(double seconds);

    /// Whether the clients keep their connections for the next phase. Otherwise they leave.
    default boolean clientsStay() {
        return false;
    }

    /// Whether it is over only when what was due in it has been answered, though its clients stay.
    default boolean waitsForAnswers() {
        return !clientsStay();
    }

    /// Every client comes, asks once and has its answer; then all stay. It is over when the last of them has been
    /// served, and has taken so long. Whoever fails does not come again.
    ///
    /// Spread over no time at all, it is a connect storm.
    ///
    /// @param spreadSeconds over which they come, one after another
    /// @param patienceSeconds after that: who has no answer by then goes on waiting, but is not waited for
    record Arrival(double spreadSeconds, double patienceSeconds) implements Phase {
        /// So many connections a second that no server's backlog overflows, however cold it is.
        public static final double CLIENTS_A_SECOND = 2_000;

        /// At a bounded rate.
        public static Arrival of(int clients, double patienceSeconds) {
            return new Arrival(clients / CLIENTS_A_SECOND, patienceSeconds);
        }

        @Override
        public double leadInSeconds() {
            return 0;
        }

        /// At most.
        @Override
        public double seconds() {
            return spreadSeconds + patienceSeconds;
        }

        @Override
        public Phase lasting(double seconds) {
            double times = seconds / seconds();
            return new Arrival(spreadSeconds * times, patienceSeconds * times);
        }

        @Override
        public boolean clientsStay() {
            return true;
        }
    }

    /// Every client asks again as soon as it has its answer: as many requests as the server can take.
    /// Tells its peak, but not what a user feels, for a slow server slows its own load.
    record ClosedLoop(double leadInSeconds, double seconds, boolean clientsStay) implements Phase {
        public ClosedLoop(double leadInSeconds, double seconds) {
            this(leadInSeconds, seconds, false);
        }

        @Override
        public Phase lasting(double seconds) {
            return new ClosedLoop(0, seconds, clientsStay);
        }
    }

    /// Requests come when they come, whether the server keeps up or not, as with independent users: the
    /// times are drawn beforehand. Latency counts from when a request was due, so that a pause of the
    /// server hits every request that was due in it (no coordinated omission).
    ///
    /// @param burst so many requests are due at the same moment each time
    record OpenLoop(
            double requestsPerSecond,
            double leadInSeconds,
            double seconds,
            @JsonProperty(required = true) int burst,
            boolean clientsStay)
            implements Phase {
        public OpenLoop {
            if (burst < 1) {
                throw new IllegalArgumentException("a burst of no request");
            }
        }

        public OpenLoop(double requestsPerSecond, double leadInSeconds, double seconds, int burst) {
            this(requestsPerSecond, leadInSeconds, seconds, burst, false);
        }

        public OpenLoop(double requestsPerSecond, double leadInSeconds, double seconds) {
            this(requestsPerSecond, leadInSeconds, seconds, 1);
        }

        /// The same load, at whose end nobody leaves.
        public OpenLoop withoutLeaving() {
            return new OpenLoop(requestsPerSecond, leadInSeconds, seconds, burst, true);
        }

        /// A lead-in for clients that all have to connect, each with its first request, and some time more.
        ///
        /// @return seconds
        public static double leadInOf(int clients, double requestsPerSecond) {
            return 0.3 + 1.2 * clients / requestsPerSecond;
        }

        @Override
        public boolean waitsForAnswers() {
            return true;
        }

        @Override
        public Phase lasting(double seconds) {
            return new OpenLoop(requestsPerSecond, 0, seconds, burst, clientsStay);
        }
    }

    /// When counting has ended, all clients stay for a moment. A server may end a thread with its connection, and
    /// whoever watches the server has to see first what that thread has cost.
    static Duration stayOf(int clients) {
        return Duration.ofMillis(200 + clients / THREADS_SEEN_A_MILLISECOND);
    }

    default Duration duration() {
        return Duration.ofNanos((long) ((leadInSeconds() + seconds()) * 1e9));
    }
}
