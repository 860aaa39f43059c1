package eventloop.lab.show.report.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What happens as time goes by: dots and curves on two axes on which equal steps are equal distances. The names of
/// curves stand at their ends.
///
/// @param curves each with room for its name
/// @param dots one for each moment, from left to right and line by line
public record TimeChart(Scale x, Scale y, List<Curve> curves, List<Position> dots) {
    private static final double WIDTH = 1200;
    private static final double LEFT = 90;
    private static final double TOP = 70;
    private static final double BOTTOM = 670;

    /// An axis from one figure to another, which may be the smaller one.
    ///
    /// @param first at the left, or at the bottom
    /// @param step between the figures that are written
    public record Scale(String title, int first, int last, int step) {
        private double at(double figure, double start, double end) {
            return start + (figure - first) / (last - first) * (end - start);
        }

        private List<Integer> ticks() {
            int least = Math.min(first, last);
            int count = Math.abs(last - first) / step;
            return IntStream.rangeClosed(0, count).mapToObj(i -> least + i * step).toList();
        }
    }

    public record Position(double x, double y) {}

    /// @param words beside its name
    public record Curve(String name, String words, Look look, List<Position> positions) {}

    public Picture draw(String name, String description) {
        var labels = new LabelColumn(right());
        var canvas =
                Element.group("chart")
                        .add(Element.text(4, 30, y.title()).set("class", "heading"))
                        .add(grid())
                        .add(curves.stream().map(curve -> drawn(curve, labels)));
        if (!dots.isEmpty()) {
            canvas.add(Element.group("series step-4").add(drawnDots()));
        }
        labels.draw(TOP, BOTTOM);
        return new Picture(name, y.title(), description, WIDTH, BOTTOM + 80, canvas);
    }

    private double right() {
        return curves.isEmpty() ? WIDTH - 20 : LabelColumn.chartWidth(WIDTH);
    }

    private double across(double figure) {
        return x.at(figure, LEFT, right());
    }

    private double up(double figure) {
        return y.at(figure, BOTTOM, TOP);
    }

    private Element grid() {
        var grid = Element.group("grid");
        for (int tick : x.ticks()) {
            double at = across(tick);
            grid.add(
                    Element.line(at, TOP, at, BOTTOM),
                    Element.text(at, BOTTOM + 28, "" + tick).set("class", "middle"));
        }
        for (int tick : y.ticks()) {
            double at = up(tick);
            grid.add(
                    Element.line(LEFT, at, right(), at),
                    Element.text(LEFT - 12, at + 7, "" + tick).set("class", "end"));
        }
        double middle = (LEFT + right()) / 2;
        return grid.add(Element.text(middle, BOTTOM + 62, x.title()).set("class", "middle"));
    }

    private Element drawn(Curve curve, LabelColumn labels) {
        var path =
                curve.positions().stream()
                        .map(position ->
                                Element.number(across(position.x()))
                                        + " "
                                        + Element.number(up(position.y())))
                        .collect(Collectors.joining("L", "M", ""));
        var group = curve.look().group().add(stroked(path, 2));
        var last = curve.positions().getLast();
        labels.add(
                group,
                curve.look().markerAt(0, 0),
                curve.name(),
                curve.words(),
                across(last.x()) - 8,
                up(last.y()));
        return group;
    }

    /// A path of strokes without length, which have round ends. Whole coordinates from one to the next are short.
    private Element drawnDots() {
        var path = new StringBuilder("M0 0");
        long x = 0;
        long y = 0;
        for (var dot : dots) {
            long nextX = Math.round(across(dot.x()));
            long nextY = Math.round(up(dot.y()));
            path.append("m").append(nextX - x).append(' ').append(nextY - y).append("h0");
            x = nextX;
            y = nextY;
        }
        return stroked(path.toString(), 4);
    }

    private static Element stroked(String path, double width) {
        return Element.path(path)
                .set("fill", "none")
                .set("stroke", "currentColor")
                .set("stroke-width", width)
                .set("stroke-linecap", "round");
    }
}
