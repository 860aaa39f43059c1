package eventloop.lab.report.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A finished picture: part of a page, or a file of its own.
///
/// Why not a plot library? XChart was tried, painted into an SVG: its text turns into outlines, which nobody
/// can select, search or have read aloud; two themes are two files; and it has neither labels at the ends of
/// lines nor marks for what is missing. Here text is text, one style sheet has the colours for light, dark
/// and paper, and everything drawn tells its figure when one points at it.
///
/// @param name of the file, without its ending; unique on a page
/// @param title what it shows, in a few words
public record Picture(String name, String title, String svg) {
    private static final String STYLE = "picture.css";

    /// @param description for those who cannot see it
    static Picture of(
            String name,
            String title,
            String description,
            double width,
            double height,
            Element... content) {
        var svg =
                Element.named("svg")
                        .set("xmlns", "http://www.w3.org/2000/svg")
                        .set("class", "picture")
                        .set("viewBox", "0 0 %.0f %.0f".formatted(width, height))
                        .set("role", "img")
                        .set("aria-labelledby", name + "-title " + name + "-description")
                        .add(
                                Element.tooltip(title).set("id", name + "-title"),
                                Element.named("desc")
                                        .set("id", name + "-description")
                                        .say(description),
                                Element.rectangle(0, 0, width, height).set("class", "paper"))
                        .add(content);
        return new Picture(name, title, svg.toString());
    }

    /// The rules for all pictures of a page, which a picture in a file brings along.
    public static String style() {
        try (var style = Picture.class.getResourceAsStream(STYLE)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(STYLE + " cannot be read", broken);
        }
    }

    /// The same picture in a file.
    public String file() {
        int end = svg.indexOf('>') + 1;
        return svg.substring(0, end)
                + "<style>\n"
                + style()
                + "</style>\n"
                + svg.substring(end)
                + "\n";
    }
}
