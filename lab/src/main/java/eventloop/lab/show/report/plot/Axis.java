package eventloop.lab.show.report.plot;

import java.util.List;
import java.util.function.DoubleFunction;

/// What an axis shows, and how its figures are written.
///
/// @param ticks where figures are to stand; round ones are chosen if there are none
public record Axis(String title, DoubleFunction<String> words, List<Double> ticks) {
    public Axis(String title, DoubleFunction<String> words) {
        this(title, words, List.of());
    }

    /// The ticks that can be drawn without coming too close to each other.
    List<Double> ticks(LogScale scale, double gap) {
        return ticks.isEmpty()
                ? scale.ticks(gap)
                : scale.apart(ticks.stream().filter(scale::has).toList(), gap);
    }

    /// Lines from `top` to `bottom`, with their figures below.
    Element vertical(LogScale scale, double top, double bottom, double gap) {
        var grid = Element.group("grid");
        for (double tick : ticks(scale, gap)) {
            double x = scale.at(tick);
            grid.add(
                    Element.line(x, top, x, bottom),
                    Element.text(x, bottom + 28, words.apply(tick)).set("class", "middle"));
        }
        return grid;
    }

    /// Lines from `left` to `right`, with their figures before them.
    Element horizontal(LogScale scale, double left, double right, double gap) {
        var grid = Element.group("grid");
        for (double tick : ticks(scale, gap)) {
            double y = scale.at(tick);
            grid.add(
                    Element.line(left, y, right, y),
                    Element.text(left - 12, y + 7, words.apply(tick)).set("class", "end"));
        }
        return grid;
    }
}
