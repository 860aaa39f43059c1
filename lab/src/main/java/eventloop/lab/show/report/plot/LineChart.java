package eventloop.lab.show.report.plot;

import eventloop.lab.measure.result.Spread;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line for each server, on two axes of factors; names and last figures stand at the lines' ends.
///
/// A line that ends in a cross belongs to a server that could not go further. An upright stroke goes from the
/// least round to the most. Who has no figure anywhere has no line, but its name at the lower edge.
///
/// @param guide a line to be reached, with a shade where it is
public record LineChart(Axis x, Axis y, List<Series> series, Optional<Series> guide) {
    private static final double WIDTH = 1200;
    private static final double LEFT = 120;
    private static final double RIGHT = LabelColumn.chartWidth(WIDTH);
    private static final double TOP = 70;
    private static final double LEAST_HEIGHT = 540;
    private static final double STUB = 34;

    /// Where figures are, between what edges.
    private record Plane(LogScale across, LogScale up, double bottom) {
        double x(Point point) {
            return across.at(point.x());
        }

        double y(Point point) {
            return up.at(point.y().map(Spread::median).orElseThrow());
        }

        String position(Point point) {
            return Element.number(x(point)) + " " + Element.number(y(point));
        }
    }

    public Picture draw(String name, String description) {
        var known = series.stream().filter(LineChart::hasFigures).toList();
        var nowhere = series.stream().filter(LineChart::isMissingEverywhere).toList();
        double height =
                Math.max(LEAST_HEIGHT, (known.size() + nowhere.size() + 2) * LabelColumn.HEIGHT);
        double bottom = TOP + height;
        var plane =
                new Plane(
                        LogScale.over(xs(), LEFT, RIGHT - 12),
                        LogScale.over(ys(), bottom, TOP),
                        bottom);
        var labels = new LabelColumn(RIGHT);
        var canvas =
                Element.group("chart")
                        .add(
                                Element.text(4, 30, y.title()).set("class", "heading"),
                                x.vertical(plane.across(), TOP, bottom, 50),
                                y.horizontal(plane.up(), LEFT, RIGHT, 40),
                                Element.text((LEFT + RIGHT) / 2, bottom + 62, x.title())
                                        .set("class", "middle"))
                        .add(guide.stream().map(line -> guide(line, plane, labels)))
                        .add(known.stream().map(line -> line(line, plane, labels)))
                        .add(nowhere.stream().map(one -> notTimed(one, plane, labels)));
        labels.draw(TOP, bottom);
        return new Picture(name, y.title(), description, WIDTH, bottom + 80, canvas);
    }

    private static boolean hasFigures(Series one) {
        return one.points().stream().anyMatch(point -> point.y().isPresent());
    }

    /// Somebody has looked, and nowhere was there a figure.
    private static boolean isMissingEverywhere(Series one) {
        return !hasFigures(one) && one.points().stream().anyMatch(Point::isMissing);
    }

    private static Element notTimed(Series one, Plane plane, LabelColumn labels) {
        var why =
                one.points().stream()
                        .filter(Point::isMissing)
                        .findFirst()
                        .map(Point::tooltip)
                        .orElseThrow();
        var group = one.look().group().add(Element.tooltip(why));
        labels.add(
                group,
                one.look().markerAt(0, 0),
                one.name(),
                "not timed",
                RIGHT - 8,
                plane.bottom());
        return group;
    }

    private List<Double> xs() {
        return series.stream().flatMap(one -> one.points().stream()).map(Point::x).toList();
    }

    private List<Double> ys() {
        return Stream.concat(guide.stream(), series.stream())
                .flatMap(one -> one.points().stream())
                .flatMap(point -> point.y().stream())
                .flatMap(spread -> Stream.of(spread.least(), spread.most()))
                .toList();
    }

    /// The line to be reached, and all that is below it.
    private static Element guide(Series guide, Plane plane, LabelColumn labels) {
        var known = guide.points().stream().filter(point -> point.y().isPresent()).toList();
        var line = known.stream().map(plane::position).collect(Collectors.joining("L", "M", ""));
        var area =
                "%sV%sH%sz"
                        .formatted(
                                line,
                                Element.number(plane.bottom()),
                                Element.number(plane.x(known.getFirst())));
        var group =
                guide.look()
                        .group()
                        .add(Element.path(area).set("class", "area"), guide.look().path(line));
        var last = known.getLast();
        var mark = Element.line(-16, 0, 4, 0).set("class", "line");
        labels.add(group, mark, guide.name(), last.words(), plane.x(last), plane.y(last));
        return group;
    }

    private static Element line(Series one, Plane plane, LabelColumn labels) {
        var known = one.points().stream().filter(point -> point.y().isPresent()).toList();
        var group =
                one.look()
                        .group()
                        .add(one.look().path(path(one.points(), plane)))
                        .add(ends(one.points(), plane))
                        .add(known.stream().map(point -> figure(one, point, plane)));
        var last = known.getLast();
        double end = plane.x(last) + (endsInStub(one.points(), last) ? STUB + 8 : 0);
        labels.add(group, one.look().markerAt(0, 0), one.name(), last.words(), end, plane.y(last));
        return group;
    }

    private static boolean endsInStub(List<Point> points, Point last) {
        int behind = points.indexOf(last) + 1;
        return behind < points.size() && points.get(behind).isMissing();
    }

    /// With a gap where there is no figure.
    private static String path(List<Point> points, Plane plane) {
        var path = new StringBuilder();
        boolean isOpen = false;
        for (var point : points) {
            if (point.y().isPresent()) {
                path.append(isOpen ? "L" : "M").append(plane.position(point));
            }
            isOpen = point.y().isPresent();
        }
        return path.toString();
    }

    private static Element figure(Series one, Point point, Plane plane) {
        double x = plane.x(point);
        var spread = point.y().orElseThrow();
        var group = Element.named("g").add(Element.tooltip(point.tooltip()));
        if (spread.least() < spread.most()) {
            double least = plane.up().at(spread.least());
            double most = plane.up().at(spread.most());
            group.add(Element.line(x, least, x, most).set("class", "whisker"));
        }
        return group.add(one.look().markerAt(x, plane.y(point)));
    }

    /// Where the line goes no further, though it should.
    private static Stream<Element> ends(List<Point> points, Plane plane) {
        var ends = Stream.<Element>builder();
        for (int i = 1; i < points.size(); i++) {
            var before = points.get(i - 1);
            var after = points.get(i);
            if (before.y().isPresent() && after.isMissing()) {
                ends.add(end(before, after, STUB, plane));
            } else if (before.isMissing() && after.y().isPresent()) {
                ends.add(end(after, before, -STUB, plane));
            }
        }
        return ends.build();
    }

    private static Element end(Point from, Point missing, double stub, Plane plane) {
        double x = plane.x(from);
        double y = plane.y(from);
        return Element.named("g")
                .add(
                        Element.tooltip(missing.tooltip()),
                        Element.line(x, y, x + stub, y).set("class", "stub"),
                        Marker.CROSS.at(x + stub, y));
    }
}
