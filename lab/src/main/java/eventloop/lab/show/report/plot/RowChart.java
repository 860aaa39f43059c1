package eventloop.lab.show.report.plot;

import eventloop.lab.measure.result.Spread;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// A row for each server, in one panel or several beside each other: all on one axis of factors, with their
/// figures beside the marks.
///
/// Marks and not bars: on an axis without zero a bar begins at an arbitrary place, and its length says nothing.
///
/// @param rows the servers; a row's points are its figures in the panels, one for each
/// @param panels their titles
public record RowChart(Axis axis, List<Series> rows, List<Panel> panels) {
    private static final double WIDTH = 1200;
    private static final double NAMES = 34;
    private static final double LEFT = 256;
    private static final double GAP = 22;
    private static final double FIGURE = 112;
    private static final double LABEL = 84;
    private static final double ROW = 38;
    private static final double HEADING = 50;
    private static final double TITLE = 46;
    private static final double GUIDE = 32;
    private static final double TICKS = 54;
    private static final int MOST_BESIDE = 3;

    /// @param guide a figure to be reached; what lies left of it is well
    public record Panel(String title, OptionalDouble guide, String guideName) {
        public Panel(String title) {
            this(title, OptionalDouble.empty(), "");
        }
    }

    public Picture draw(String name, String description) {
        var canvas =
                Element.group("chart")
                        .add(Element.text(4, 30, axis.title()).set("class", "heading"));
        int beside = Math.min(panels.size(), MOST_BESIDE);
        double width = (WIDTH - LEFT - (beside - 1) * GAP) / beside;
        for (int i = 0; i < panels.size(); i++) {
            double top = HEADING + i / beside * bandHeight() + above();
            if (i % beside == 0) {
                canvas.add(names(top));
            }
            canvas.add(panel(i, LEFT + i % beside * (width + GAP), top, width));
        }
        int bands = (panels.size() + beside - 1) / beside;
        double height = HEADING + bands * bandHeight();
        return new Picture(name, axis.title(), description, WIDTH, height, canvas);
    }

    private double bandHeight() {
        return above() + rows.size() * ROW + TICKS;
    }

    /// What stands above the rows of a panel.
    private double above() {
        return TITLE + (panels.stream().anyMatch(panel -> panel.guide().isPresent()) ? GUIDE : 0);
    }

    private Stream<Element> names(double top) {
        return rows.stream()
                .map(row ->
                        row.look()
                                .group()
                                .add(
                                        row.look().markerAt(14, middle(row, top)),
                                        Element.text(NAMES, middle(row, top) + 7, row.name())
                                                .set("class", "name")));
    }

    private double middle(Series row, double top) {
        return top + (rows.indexOf(row) + 0.5) * ROW;
    }

    private Element panel(int index, double left, double top, double width) {
        double bottom = top + rows.size() * ROW;
        var scale = LogScale.over(figures(), left, left + width - FIGURE);
        var title = panels.get(index);
        var panel =
                Element.named("g")
                        .add(
                                Element.text(left, top - above() + 30, title.title())
                                        .set("class", "strong"),
                                axis.vertical(scale, top, bottom, LABEL));
        title.guide().ifPresent(guide -> panel.add(guide(title, scale.at(guide), left, top)));
        for (var row : rows) {
            panel.add(mark(row, row.points().get(index), scale, middle(row, top)));
        }
        return panel;
    }

    private List<Double> figures() {
        var guides = panels.stream().flatMapToDouble(panel -> panel.guide().stream()).boxed();
        var marks =
                rows.stream()
                        .flatMap(row -> row.points().stream())
                        .flatMap(point -> point.y().stream())
                        .flatMap(spread -> Stream.of(spread.least(), spread.most()));
        return Stream.concat(guides, marks).toList();
    }

    private Element guide(Panel panel, double x, double left, double top) {
        double height = rows.size() * ROW;
        return Element.group("guide")
                .add(
                        Element.rectangle(left, top, x - left, height).set("class", "area"),
                        Element.path(
                                        "M%s %sv%s"
                                                .formatted(
                                                        Element.number(x),
                                                        Element.number(top),
                                                        Element.number(height)))
                                .set("class", "line"),
                        Element.text(x, top - 14, panel.guideName()).set("class", "middle"));
    }

    private static Element mark(Series row, Point point, LogScale scale, double y) {
        var group = row.look().group().add(Element.tooltip(point.tooltip()));
        if (point.y().isEmpty()) {
            return point.isMissing()
                    ? group.add(
                            Marker.CROSS.at(scale.end() + 10, y),
                            Element.text(scale.end() + 28, y + 7, "not timed")
                                    .set("class", "quiet"))
                    : group;
        }
        var spread = point.y().orElseThrow();
        return group.add(Element.line(scale.start(), y, scale.end(), y).set("class", "track"))
                .add(whisker(spread, scale, y))
                .add(
                        row.look().markerAt(scale.at(spread.median()), y),
                        Element.text(scale.at(spread.most()) + 18, y + 7, point.words())
                                .set("class", "figure halo"));
    }

    private static Stream<Element> whisker(Spread spread, LogScale scale, double y) {
        return spread.least() < spread.most()
                ? Stream.of(
                        Element.line(scale.at(spread.least()), y, scale.at(spread.most()), y)
                                .set("class", "whisker"))
                : Stream.of();
    }
}
