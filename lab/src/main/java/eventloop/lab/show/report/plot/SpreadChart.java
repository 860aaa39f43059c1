package eventloop.lab.show.report.plot;

import eventloop.lab.measure.result.Spread;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/// How far figures lie apart: a row of dots for each question, on one axis of factors. A shade shows where the
/// dots would have to be.
public record SpreadChart(Axis axis, List<Row> rows) {
    /// So many letters fit into a line of a row.
    public static final int LINE_LENGTH = 42;

    /// So many fit into a line of its answer.
    public static final int ANSWER_LENGTH = 20;

    private static final double WIDTH = 1200;
    private static final double LETTER = 10.5;
    private static final double BOLD_LETTER = 12.5;
    private static final double GAP = 22;
    private static final double TOP = 60;
    private static final double LINE = 26;
    private static final double SPACE = 26;

    /// Of dots further away from 1 than this factor only the side is shown: they would press all others together.
    private static final double FURTHEST = 1e7;

    /// @param heading in bold
    /// @param lines more words below it
    /// @param styleClass for the colour of its dots and of its answer
    /// @param wanted where the dots should be
    /// @param guess what somebody has thought before
    /// @param answer at the end of the row, a line each
    public record Row(
            String heading,
            List<String> lines,
            String styleClass,
            List<Double> dots,
            Optional<Range> wanted,
            OptionalDouble guess,
            List<String> answer,
            String tooltip) {
        private double height() {
            return Math.max(1 + lines.size(), answer.size()) * LINE + SPACE;
        }

        private List<Double> shown() {
            return dots.stream().filter(dot -> dot > 0 && Double.isFinite(dot)).toList();
        }
    }

    /// @param least 0 if there is no lower end
    /// @param most infinite if there is no upper end
    public record Range(double least, double most) {
        private Stream<Double> ends() {
            return Stream.of(least, most).filter(end -> end > 0 && Double.isFinite(end));
        }
    }

    public Picture draw(String name, String description) {
        double bottom = TOP + rows.stream().mapToDouble(Row::height).sum();
        double left =
                LETTER
                                * longest(row ->
                                        Stream.concat(
                                                Stream.of(row.heading()), row.lines().stream()))
                        + GAP;
        double right = WIDTH - BOLD_LETTER * longest(row -> row.answer().stream()) - 2 * GAP;
        var scale = LogScale.over(figures(), left, right);
        var canvas =
                Element.group("chart")
                        .add(
                                Element.text(4, 30, axis.title()).set("class", "heading"),
                                axis.vertical(scale, TOP, bottom, 68));
        if (scale.least() < 1 && 1 < scale.most()) {
            canvas.add(Element.line(scale.at(1), TOP, scale.at(1), bottom).set("class", "one"));
        }
        double top = TOP;
        for (var row : rows) {
            canvas.add(draw(row, scale, top));
            top += row.height();
        }
        return new Picture(name, axis.title(), description, WIDTH, bottom + 50, canvas);
    }

    private int longest(Function<Row, Stream<String>> texts) {
        return rows.stream().flatMap(texts).mapToInt(String::length).max().orElse(0);
    }

    private List<Double> figures() {
        return Stream.concat(
                        Stream.of(1.0),
                        rows.stream()
                                .flatMap(row ->
                                        Stream.of(
                                                        row.shown().stream(),
                                                        row.wanted().stream().flatMap(Range::ends),
                                                        row.guess().stream().boxed())
                                                .flatMap(figures -> figures)))
                .filter(figure -> 1 / FURTHEST <= figure && figure <= FURTHEST)
                .toList();
    }

    private static Element draw(Row row, LogScale scale, double top) {
        double middle = top + row.height() / 2;
        var group = Element.group("series " + row.styleClass()).add(Element.tooltip(row.tooltip()));
        row.wanted().ifPresent(range -> group.add(wanted(range, scale, top, row.height())));
        group.add(words(row, top))
                .add(dots(row, scale, middle))
                .add(answer(row, scale.end() + GAP, middle));
        row.guess().ifPresent(guess -> group.add(guess(scale.at(guess), middle)));
        return group;
    }

    private static Element wanted(Range range, LogScale scale, double top, double height) {
        double from = range.least() > 0 ? scale.at(range.least()) : scale.start();
        double to = Double.isFinite(range.most()) ? scale.at(range.most()) : scale.end();
        var shade =
                Element.group("guide")
                        .add(
                                Element.rectangle(from, top + 5, to - from, height - 10)
                                        .set("class", "area"));
        return shade.add(
                range.ends()
                        .map(end ->
                                Element.line(
                                                scale.at(end),
                                                top + 5,
                                                scale.at(end),
                                                top + height - 5)
                                        .set("class", "bar")));
    }

    private static Stream<Element> words(Row row, double top) {
        var heading =
                Element.text(4, top + LINE + SPACE / 2 - 6, row.heading())
                        .set("class", "name strong");
        var lines = Stream.<Element>builder().add(heading);
        for (int i = 0; i < row.lines().size(); i++) {
            double y = top + (i + 2) * LINE + SPACE / 2 - 6;
            lines.add(Element.text(4, y, row.lines().get(i)).set("class", "small"));
        }
        return lines.build();
    }

    private static Stream<Element> dots(Row row, LogScale scale, double y) {
        if (row.shown().isEmpty()) {
            return Stream.of(
                    Element.text((scale.start() + scale.end()) / 2, y + 7, "not measured")
                            .set("class", "quiet middle halo"));
        }
        var spread = Spread.of(row.shown());
        var range =
                Element.line(scale.at(spread.least()), y, scale.at(spread.most()), y)
                        .set("class", "whisker");
        var dots = row.shown().stream().map(dot -> dot(dot, scale, y));
        double middle = scale.at(spread.median());
        var median = Element.line(middle, y - 17, middle, y + 17).set("class", "median");
        return Stream.of(Stream.of(range), dots, Stream.of(median)).flatMap(parts -> parts);
    }

    private static Element dot(double dot, LogScale scale, double y) {
        return scale.has(dot)
                ? Marker.CIRCLE.at(scale.at(dot), y)
                : Element.text(scale.at(dot), y + 7, dot < 1 ? "‹" : "›")
                        .set("class", "strong middle");
    }

    private static Element guess(double x, double y) {
        return Marker.DIAMOND.at(x, y).set("class", "marker hollow");
    }

    private static Stream<Element> answer(Row row, double x, double middle) {
        double first = middle - (row.answer().size() - 1) * LINE / 2 + 7;
        var lines = Stream.<Element>builder();
        for (int i = 0; i < row.answer().size(); i++) {
            lines.add(
                    Element.text(x, first + i * LINE, row.answer().get(i))
                            .set("class", i == 0 ? "answer" : "answer small"));
        }
        return lines.build();
    }
}
