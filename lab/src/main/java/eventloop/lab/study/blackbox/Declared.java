package eventloop.lab.study.blackbox;

import java.time.Duration;
import java.util.Optional;

/// What nobody can see from outside, and whoever has written the server says.
///
/// @param slowPath a file that takes a second or more, in which the server waits for its disk
/// @param requestTimeout after this time it sends home a client that has not ended its request
public record Declared(Optional<String> slowPath, Optional<Duration> requestTimeout) {}
