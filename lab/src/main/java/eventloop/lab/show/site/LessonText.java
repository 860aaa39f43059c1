package eventloop.lab.show.site;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/// A text of the course, as a page of the site shows it.
///
/// @param title of the page, without marks
/// @param description its first paragraph, without marks
/// @param contents its sections
/// @param html the text itself
/// @param files that it names and the site does not serve
public record LessonText(
        String title,
        String description,
        List<Section> contents,
        String html,
        List<NamedFile> files) {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();
    private static final int SECTION = 2;
    private static final int LONGEST_DESCRIPTION = 200;

    /// @param id of its heading
    public record Section(String id, String title) {}

    /// @param id of its place in the list of them
    /// @param path from the course's directory
    public record NamedFile(String id, String path) {}

    /// The template shows no list of none.
    public boolean namesFiles() {
        return !files.isEmpty();
    }

    /// @param links which ways lead to where on the site
    /// @throws IllegalArgumentException if one of them leads nowhere
    static LessonText of(String markdown, SiteLinks links) {
        var document = PARSER.parse(markdown);
        var title = title(document);
        LessonTrim.trim(document);
        // Taken before Korean words are marked: a mark is HTML, which in plain text would be shown.
        var description = description(document);
        var sectionTitles = sectionTitles(document);
        KoreanWords.mark(document);
        document.accept(links);
        var html =
                HtmlRenderer.builder()
                        .extensions(EXTENSIONS)
                        .attributeProviderFactory(context -> new PageAttributes())
                        .nodeRendererFactory(ConsoleRenderer::new)
                        .build()
                        .render(document);
        return new LessonText(
                title, description, sections(sectionTitles, html), html, links.files());
    }

    static String title(String markdown) {
        return title(PARSER.parse(markdown));
    }

    private static String title(Node document) {
        return document.getFirstChild() instanceof Heading heading
                ? PLAIN.render(heading).strip()
                : "";
    }

    private static String description(Node document) {
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                var text = PLAIN.render(node).strip().replaceAll("\\s+", " ");
                return text.length() <= LONGEST_DESCRIPTION
                        ? text
                        : text.substring(0, text.lastIndexOf(' ', LONGEST_DESCRIPTION)) + " …";
            }
        }
        return "";
    }

    private static List<String> sectionTitles(Node document) {
        var titles = new ArrayList<String>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        if (heading.getLevel() == SECTION) {
                            titles.add(PLAIN.render(heading).strip());
                        }
                    }
                });
        return titles;
    }

    /// The ids are those that the renderer has given.
    private static List<Section> sections(List<String> titles, String html) {
        var ids = Anchors.ofLevel(SECTION, html);
        var sections = new ArrayList<Section>();
        for (int i = 0; i < titles.size(); i++) {
            sections.add(new Section(ids.get(i), titles.get(i)));
        }
        return sections;
    }
}
