package eventloop.lab.measure.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/// Counts one phase, within its window of time.
final class Tally {
    private static final long LEAST_NANOS = 1_000;
    private static final long MOST_NANOS = 600_000_000_000L;
    private static final int DIGITS = 3;

    private final Phase phase;
    private final long begin;
    private final long end;
    private final Histogram latency = new Histogram(LEAST_NANOS, MOST_NANOS, DIGITS);
    private final Histogram lateness = new Histogram(LEAST_NANOS, MOST_NANOS, DIGITS);
    private final Map<Failure, Long> failures = new EnumMap<>(Failure.class);
    private final Map<Failure, Long> failuresInLeadIn = new EnumMap<>(Failure.class);
    private long answered;
    private long answeredMeanwhile;
    private long answeredInAll;
    private long bodyBytes;
    private long reconnects;
    private long reconnectsInLeadIn;
    private long lastAnswer;

    /// @param begin on the clock of [System#nanoTime]
    Tally(Phase phase, long begin, long end) {
        this.phase = phase;
        this.begin = begin;
        this.end = end;
        lastAnswer = begin;
    }

    void answered(long due, long now) {
        if (now - end < 0) {
            answeredInAll++;
        }
        if (isWithin(now)) {
            answeredMeanwhile++;
        }
        if (isWithin(decisive(due, now))) {
            answered++;
            lastAnswer = now;
            record(latency, now - due);
        }
    }

    void received(int bytes, long now) {
        if (isWithin(now)) {
            bodyBytes += bytes;
        }
    }

    void failed(Failure failure, long due, long now) {
        long time = decisive(due, now);
        if (isWithin(time)) {
            failures.merge(failure, 1L, Long::sum);
            if (failure == Failure.TIMED_OUT) {
                record(latency, now - due);
            }
        } else if (isBefore(time)) {
            failuresInLeadIn.merge(failure, 1L, Long::sum);
        }
    }

    void reconnected(long now) {
        if (isWithin(now)) {
            reconnects++;
        } else if (isBefore(now)) {
            reconnectsInLeadIn++;
        }
    }

    void late(long due, long now) {
        if (isWithin(due)) {
            record(lateness, now - due);
        }
    }

    PhaseResult result(double generatorLoad, int companionsLost, int clientsWithoutAnswer) {
        return new PhaseResult(
                phase,
                seconds(),
                answered,
                answeredMeanwhile,
                answeredInAll,
                bodyBytes,
                Latency.of(latency),
                new Failures(failures),
                reconnects,
                Optional.of(new Errors(new Failures(failuresInLeadIn), reconnectsInLeadIn)),
                Latency.of(lateness),
                generatorLoad,
                companionsLost,
                clientsWithoutAnswer);
    }

    /// An arrival has taken as long as it took to serve everybody.
    private double seconds() {
        return switch (phase) {
            case Phase.OpenLoop _, Phase.ClosedLoop _ -> phase.seconds();
            case Phase.Arrival _ -> (lastAnswer - begin) / 1e9;
        };
    }

    /// A request of an open loop counts when it was due in the window, however late its answer; of a closed
    /// loop, which is about throughput, when it was over in the window.
    private long decisive(long due, long now) {
        return switch (phase) {
            case Phase.OpenLoop _ -> due;
            case Phase.ClosedLoop _, Phase.Arrival _ -> now;
        };
    }

    private boolean isWithin(long time) {
        return !isBefore(time) && time - end < 0;
    }

    private boolean isBefore(long time) {
        return time - begin < 0;
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, MOST_NANOS));
    }
}
