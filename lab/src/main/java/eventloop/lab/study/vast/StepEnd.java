package eventloop.lab.study.vast;

import java.util.OptionalDouble;

/// Where a server in one process comes to its end.
///
/// @param held the most clients that were all served, each twice on one connection
/// @param lost the fewest with which it was not so; 0 if there was no such number
/// @param meanMillis response time of the most clients when they asked for the second time; empty if none was held
/// @param reason what was seen there, in one line; or why nobody has looked there
public record StepEnd(
        String server, int held, int lost, OptionalDouble meanMillis, String reason) {}
