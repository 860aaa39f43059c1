package eventloop.lab.show.report.plot;

import java.util.ArrayList;
import java.util.List;

/// The names and last figures of lines, beside a chart: each as near to its line's end as the others allow,
/// and tied to it.
final class LabelColumn {
    static final double HEIGHT = 31;

    private static final double MARK = 46;
    private static final double NAME = 61;
    private static final double BEND = 30;
    private static final double WIDTH = 376;

    /// @param group of the line, so that one sees them as one
    /// @param mark at the origin
    /// @param x where the line ends
    private record Label(
            Element group, Element mark, String name, String words, double x, double y) {}

    private final double left;
    private final List<Label> labels = new ArrayList<>();

    /// @param left where the chart ends
    LabelColumn(double left) {
        this.left = left;
    }

    /// How wide a chart is that leaves room for it.
    static double chartWidth(double width) {
        return width - WIDTH;
    }

    void add(Element group, Element mark, String name, String words, double x, double y) {
        labels.add(new Label(group, mark, name, words, x, y));
    }

    /// Puts the labels into the groups of their lines.
    void draw(double top, double bottom) {
        var wishes = labels.stream().map(Label::y).toList();
        var places = Places.spread(wishes, HEIGHT, top, bottom);
        for (int i = 0; i < labels.size(); i++) {
            draw(labels.get(i), places.get(i));
        }
    }

    private void draw(Label label, double y) {
        var tie =
                "M%s %sH%sL%s %s"
                        .formatted(
                                Element.number(label.x() + 12),
                                Element.number(label.y()),
                                Element.number(left + 4),
                                Element.number(left + BEND),
                                Element.number(y));
        label.group()
                .add(
                        Element.path(tie).set("class", "leader"),
                        Element.named("g")
                                .set("transform", Element.move(left + MARK, y))
                                .add(label.mark()),
                        Element.text(left + NAME, y + 7, label.name()).set("class", "name"),
                        Element.text(left + WIDTH - 6, y + 7, label.words())
                                .set("class", "figure end"));
    }
}
