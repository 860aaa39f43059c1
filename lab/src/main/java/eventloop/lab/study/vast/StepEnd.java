package eventloop.lab.study.vast;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Where a server in one process comes to its end.
///
/// @param held the most clients that were all served, each twice on one connection
/// @param lost the fewest with which it was not so; empty if there was no such number
/// @param meanMillis response time of the most clients when they asked for the second time; empty if none was held
/// @param reason what was seen there, in one line, or why nobody has looked there; empty if it holds all of them
public record StepEnd(
        String server,
        int held,
        OptionalInt lost,
        OptionalDouble meanMillis,
        Optional<String> reason) {
    public StepEnd {
        if (lost.orElse(1) < 1) {
            throw new IllegalArgumentException(server + " was lost with no clients");
        }
    }
}
