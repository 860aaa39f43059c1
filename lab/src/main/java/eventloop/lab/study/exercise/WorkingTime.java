package eventloop.lab.study.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long somebody has worked on an exercise, told from the times of tries and hints. What lies between two of these is
/// work, but no more than a quarter of an hour of it: whoever does not come back for longer has gone away.
///
/// @param seconds in all
/// @param last when it was last worked on
public record WorkingTime(long seconds, Optional<Instant> last) {
    static final WorkingTime NONE = new WorkingTime(0, Optional.empty());

    private static final Duration LONGEST = Duration.ofMinutes(15);

    WorkingTime until(Instant now) {
        var since = last.map(before -> Duration.between(before, now)).orElse(Duration.ZERO);
        return new WorkingTime(seconds + counted(since).toSeconds(), Optional.of(now));
    }

    /// Clocks are set back now and then.
    private static Duration counted(Duration pause) {
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
