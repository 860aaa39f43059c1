package eventloop.lab.measure.observe;

import java.time.Duration;
import java.time.Instant;

/// One call of a method, from its beginning to its return.
///
/// @param thread the name of the thread that made it
/// @param method as in `java.util.List::add`
public record TracedCall(String thread, String method, Instant begin, Duration duration) {}
