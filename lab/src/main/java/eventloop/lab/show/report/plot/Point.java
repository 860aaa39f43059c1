package eventloop.lab.show.report.plot;

import eventloop.lab.measure.result.Spread;
import java.util.Optional;

/// A figure to be drawn, or the lack of one.
///
/// @param x where it belongs
/// @param y its median, and how far the rounds lie apart; empty if there is none
/// @param words the figure as people read it
/// @param tooltip all about it, or why there is none; empty if nobody has looked
public record Point(double x, Optional<Spread> y, String words, String tooltip) {
    /// Somebody has looked, and there was nothing to be had.
    boolean isMissing() {
        return y.isEmpty() && !tooltip.isEmpty();
    }
}
