package eventloop.lab.show.report.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An element of an SVG picture, with all that is in it.
///
/// The same calls make the same text, byte for byte: attributes stay in the order in which they were set, and
/// coordinates have one digit behind the point.
final class Element {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();
    private String text = "";

    private Element(String name) {
        this.name = name;
    }

    static Element named(String name) {
        return new Element(name);
    }

    /// Elements that belong together, and look as the style sheet has it for this class.
    static Element group(String styleClass) {
        return named("g").set("class", styleClass);
    }

    static Element line(double x1, double y1, double x2, double y2) {
        return named("line").set("x1", x1).set("y1", y1).set("x2", x2).set("y2", y2);
    }

    static Element rectangle(double x, double y, double width, double height) {
        return named("rect").set("x", x).set("y", y).set("width", width).set("height", height);
    }

    static Element path(String commands) {
        return named("path").set("d", commands);
    }

    /// @param y of the line that the letters stand on
    static Element text(double x, double y, String text) {
        return named("text").set("x", x).set("y", y).say(text);
    }

    /// What a browser shows when one points at the element around it.
    static Element tooltip(String text) {
        return named("title").say(text);
    }

    Element set(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Element set(String attribute, double coordinate) {
        return set(attribute, number(coordinate));
    }

    Element add(Element... inside) {
        children.addAll(List.of(inside));
        return this;
    }

    Element add(Stream<Element> inside) {
        inside.forEach(children::add);
        return this;
    }

    Element say(String words) {
        text = words;
        return this;
    }

    /// For the attribute `transform`.
    static String move(double x, double y) {
        return "translate(%s %s)".formatted(number(x), number(y));
    }

    static String number(double coordinate) {
        double rounded = Math.round(coordinate * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }

    @Override
    public String toString() {
        var start =
                attributes.entrySet().stream()
                        .map(attribute ->
                                " %s=\"%s\""
                                        .formatted(
                                                attribute.getKey(), escape(attribute.getValue())))
                        .collect(Collectors.joining("", "<" + name, ""));
        if (children.isEmpty() && text.isEmpty()) {
            return start + "/>";
        }
        return children.stream()
                .map(Element::toString)
                .collect(Collectors.joining("\n", start + ">" + escape(text), "</" + name + ">"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
