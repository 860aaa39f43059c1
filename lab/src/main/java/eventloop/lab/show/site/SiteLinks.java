package eventloop.lab.show.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/// Turns the ways of a text, which lead through the course's directory, into ways of the site. To other texts they
/// lead to their pages, to a drawing to the drawing. Of a file that the site does not serve, such as a source, it
/// shows where it is in the course's directory.
final class SiteLinks extends AbstractVisitor {
    private static final Path SITE = Path.of("lab/site");

    private final Path course;
    private final Path page;
    private final String base;
    private final Collection<Path> pages;

    /// @param page the text
    /// @param base from its page to the site's first one
    /// @param pages all texts that have a page
    SiteLinks(Path course, Path page, String base, Collection<Path> pages) {
        this.course = course;
        this.page = page;
        this.base = base;
        this.pages = pages;
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        var way = link.getDestination();
        if (way.contains("://") || way.startsWith("#") || way.startsWith("mailto:")) {
            return;
        }
        var fragment = way.contains("#") ? way.substring(way.indexOf('#')) : "";
        var file = file(way.replaceFirst("#.*", ""));
        page(file)
                .ifPresentOrElse(
                        other -> link.setDestination(base + Site.address(other) + fragment),
                        () -> replaceByPath(link, file));
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        var way = image.getDestination();
        if (!way.contains("://")) {
            var file = file(way);
            if (!file.startsWith(SITE)) {
                throw new IllegalArgumentException(
                        "%s shows %s, which is not within %s".formatted(page, way, SITE));
            }
            image.setDestination(base + SITE.relativize(file).toString().replace('\\', '/'));
        }
    }

    /// @return from the course's directory
    /// @throws IllegalArgumentException if there is no such file
    private Path file(String way) {
        var file = page.getParent().resolve(way).normalize();
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "%s links to %s, which there is not".formatted(page, way));
        }
        return course.normalize().relativize(file);
    }

    private Optional<Path> page(Path file) {
        var text = course.resolve(file).normalize();
        return pages.stream()
                .filter(other -> {
                    var normal = other.normalize();
                    return normal.equals(text) || normal.equals(text.resolve("README.md"));
                })
                .findFirst();
    }

    /// The words stay; the path is told to whoever points at them.
    private static void replaceByPath(Link link, Path file) {
        var path = file.toString().replace('\\', '/');
        link.insertBefore(html("<span class=\"file\" title=\"%s\">".formatted(path)));
        for (Node part = link.getFirstChild(); part != null; part = link.getFirstChild()) {
            link.insertBefore(part);
        }
        link.insertBefore(html("</span>"));
        link.unlink();
    }

    private static HtmlInline html(String literal) {
        var inline = new HtmlInline();
        inline.setLiteral(literal);
        return inline;
    }
}
