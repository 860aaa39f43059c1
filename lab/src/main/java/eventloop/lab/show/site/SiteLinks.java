package eventloop.lab.show.site;

import eventloop.lab.show.lesson.RelativeLink;
import eventloop.lab.show.site.LessonText.NamedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/// Turns the ways of a text, which lead through the course's directory, into ways of the site. To other texts they
/// lead to their pages, to a drawing to the drawing. The site serves no sources: to one of which the page shows a part
/// they lead there, and to any other file they lead to the page's end, which says where it is in the course's directory.
final class SiteLinks extends AbstractVisitor {
    private static final Path SITE = Path.of("lab/site");

    private final Path course;
    private final Path page;
    private final String base;
    private final Collection<Path> pages;
    private final Set<Path> shown = new HashSet<>();
    private final Set<Path> reached = new HashSet<>();
    private final Map<Path, NamedFile> named = new LinkedHashMap<>();

    /// @param page the text
    /// @param base from its page to the site's first one
    /// @param pages all texts that have a page
    SiteLinks(Path course, Path page, String base, Collection<Path> pages) {
        this.course = course;
        this.page = page;
        this.base = base;
        this.pages = pages;
    }

    /// The name of a file below a part of it says what the page shows, also to links that stand above.
    @Override
    public void visit(Document document) {
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (isCaption(node)) {
                shown.add(file(((Link) node.getFirstChild()).getDestination()));
            }
        }
        visitChildren(document);
    }

    private static boolean isCaption(Node node) {
        return node instanceof Paragraph
                && node.getPrevious() instanceof FencedCodeBlock
                && node.getFirstChild() instanceof Link link
                && link.getDestination().endsWith(".java")
                && link.getNext() == null;
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
                        () -> showSource(link, file));
    }

    private void showSource(Link link, Path file) {
        if (isCaption(link.getParent())) {
            replaceByPath(link, file);
        } else if (shown.contains(file)) {
            link.setDestination("#" + id(file));
        } else {
            link.setDestination("#" + named.computeIfAbsent(file, this::named).id());
        }
    }

    private NamedFile named(Path file) {
        return new NamedFile("file-%d".formatted(named.size() + 1), shown(file));
    }

    /// The files to which links of the text lead that the site does not serve, in the order in which they are named.
    List<NamedFile> files() {
        return List.copyOf(named.values());
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
            image.setDestination(base + RelativeLink.from(SITE, file));
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

    /// Links lead to the first of the places in which a file is shown.
    private void replaceByPath(Link link, Path file) {
        var id = reached.add(file) ? " id=\"%s\"".formatted(id(file)) : "";
        link.insertBefore(Html.inline("<code%s>%s</code>".formatted(id, shown(file))));
        link.unlink();
    }

    private static String id(Path file) {
        return "code-" + file.getFileName().toString().replace(".java", "");
    }

    private static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }
}
