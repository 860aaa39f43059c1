package eventloop.lab.study.link;

import java.util.OptionalDouble;

/// One server over one cable.
///
/// @param smallMeanMillis response time of a small file
/// @param packetsPerRequest of a small file, both ways, what acknowledges included
/// @param largeBytesPerSecond of a large file, all clients together
/// @param processorMillisPerMebibyte of the server, for a large file
/// @param failed requests, of both
public record LinkReading(
        String cable,
        String server,
        double smallMeanMillis,
        double smallP99Millis,
        double packetsPerRequest,
        double largeBytesPerSecond,
        OptionalDouble processorMillisPerMebibyte,
        long failed) {}
