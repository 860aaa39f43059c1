package eventloop.lab.show.report.plot;

import java.util.List;

/// The figures of one server.
///
/// @param points from left to right
public record Series(String name, Look look, List<Point> points) {}
