package eventloop.lab.show.report.plot;

/// Shapes that can be told apart without colour.
enum Marker {
    CIRCLE("M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z"),
    SQUARE("M-7.5-7.5h15v15h-15z"),
    TRIANGLE("M0-10L9.5 7.5H-9.5z"),
    DIAMOND("M0-10.5L9.5 0L0 10.5L-9.5 0z"),
    TRIANGLE_DOWN("M0 10L9.5-7.5H-9.5z"),
    PLUS("M-3.5-9.5h7v6h6v7h-6v6h-7v-6h-6v-7h6z"),
    STAR("M0-11.5L3-4L11-3.5L4.8 1.6L6.8 9.4L0 5L-6.8 9.4L-4.8 1.6L-11-3.5L-3-4z"),
    HEXAGON("M-9.5 0L-4.8-8.3H4.8L9.5 0L4.8 8.3H-4.8z"),
    PENTAGON("M0-10.5L10-3.2L6.2 8.5H-6.2L-10-3.2z"),
    BOW_TIE("M-9.5-7.5L9.5 7.5V-7.5L-9.5 7.5z"),
    /// Where something could not go on.
    CROSS("M-7-7L7 7M-7 7L7-7");

    private final String outline;

    Marker(String outline) {
        this.outline = outline;
    }

    Element at(double x, double y) {
        return Element.path(outline)
                .set("class", this == CROSS ? "cross" : "marker")
                .set("transform", Element.move(x, y));
    }
}
