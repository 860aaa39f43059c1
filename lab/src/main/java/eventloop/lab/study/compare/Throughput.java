package eventloop.lab.study.compare;

/// How fast one server hands out files of one size, once, as fast as it can.
///
/// @param fileBytes the size of the one file that is asked for
/// @param outcome [Measurement.Peak], or why there is none
public record Throughput(String server, long fileBytes, int round, Measurement.Outcome outcome) {}
