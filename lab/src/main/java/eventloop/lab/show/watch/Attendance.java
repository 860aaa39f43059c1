package eventloop.lab.show.watch;

/// The clients that a watched server has all the time.
///
/// @param clients how many
/// @param perSecond requests on average, of all together
public record Attendance(int clients, double perSecond) {}
