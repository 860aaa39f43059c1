package eventloop.lab.show.report.plot;

import eventloop.lab.measure.resource.Resource;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// A finished picture: part of a page, or a file of its own.
///
/// Why not a plot library? XChart was tried, painted into an SVG: its text turns into outlines, which nobody
/// can select, search or have read aloud; two themes are two files; and it has neither labels at the ends of
/// lines nor marks for what is missing. Here text is text, one style sheet has the colours for light, dark
/// and paper, and everything drawn tells its figure when one points at it.
public final class Picture {
    private static final String STYLE = "picture.css";
    private static final String DARK = "picture-dark.css";
    private static final double MARGIN = 20;

    private final String name;
    private final String title;
    private final String description;
    private final double width;
    private final double height;
    private final Element content;

    /// @param description for those who cannot see it
    Picture(
            String name,
            String title,
            String description,
            double width,
            double height,
            Element content) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.width = width;
        this.height = height;
        this.content = content;
    }

    /// Of the file, without its ending; unique on a page.
    public String name() {
        return name;
    }

    /// What it shows, in a few words.
    public String title() {
        return title;
    }

    /// As part of a page, which has the style.
    public String inPage() {
        return svg(0).add(content).toString();
    }

    /// The same picture as a file, which brings its style along: light or dark, as whoever looks at it prefers.
    public String file() {
        return file(style());
    }

    /// A file for light pages, whatever who looks at it prefers: a page may have colours of its own.
    public String lightFile() {
        return file(text(STYLE));
    }

    /// The same for dark pages.
    public String darkFile() {
        return file(text(STYLE) + text(DARK));
    }

    private String file(String style) {
        return svg(MARGIN).add(Element.named("style").say(style), content) + "\n";
    }

    private Element svg(double margin) {
        double wide = width + 2 * margin;
        double high = height + 2 * margin;
        return Element.named("svg")
                .set("xmlns", "http://www.w3.org/2000/svg")
                .set("class", "picture")
                .set("viewBox", box(-margin, -margin, wide, high))
                .set("role", "img")
                .set("aria-labelledby", "%1$s-title %1$s-description".formatted(name))
                .add(
                        Element.tooltip(title).set("id", name + "-title"),
                        Element.named("desc").set("id", name + "-description").say(description),
                        Element.rectangle(-margin, -margin, wide, high).set("class", "paper"));
    }

    private static String box(double... coordinates) {
        return DoubleStream.of(coordinates)
                .mapToObj(Element::number)
                .collect(Collectors.joining(" "));
    }

    /// The rules for all pictures of a page.
    public static String style() {
        return text(STYLE)
                + "@media screen and (prefers-color-scheme: dark) {\n"
                + text(DARK)
                + "}\n";
    }

    private static String text(String resource) {
        return Resource.text(Picture.class, resource);
    }
}
