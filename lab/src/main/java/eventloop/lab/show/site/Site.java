package eventloop.lab.show.site;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import eventloop.lab.measure.resource.Resource;
import eventloop.lab.show.lesson.LessonPages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Makes a page of the site of each text of the course. The opening becomes `index.html`, a lesson
/// `steps/step03.html`, and what is looked up `glossary.html`.
///
/// @param course the course's directory
public record Site(Path course) {
    private static final String DIRECTORY = "lab/site";
    private static final String TEMPLATE = "page.html";
    private static final String OPENING = "course";

    /// What the template shows. Its gaps have the names of these methods.
    ///
    /// @param base from the page to the site's first one: empty, or `../`
    /// @param previous one, or none before the first
    /// @param next one, or none behind the last
    public record Model(
            String base,
            LessonText text,
            List<NavigationEntry> steps,
            List<NavigationEntry> others,
            List<NavigationEntry> previous,
            List<NavigationEntry> next) {}

    /// A way to another page.
    ///
    /// @param label short, or the page's title
    /// @param current whether it is the very page that shows it
    public record NavigationEntry(String href, String label, String title, boolean current) {}

    /// @param texts of the pages, in the order in which they are read, in Markdown
    /// @return what has to be in each file of the site now
    /// @throws IllegalArgumentException if a text links to a page that there is not
    public Map<Path, String> pages(Map<Path, String> texts) {
        var titles = new LinkedHashMap<Path, String>();
        texts.forEach((page, text) -> titles.put(page, LessonText.title(text)));
        var pages = new LinkedHashMap<Path, String>();
        texts.forEach((page, text) -> pages.put(file(page), html(page, text, titles)));
        return pages;
    }

    private Path file(Path page) {
        return course.resolve(DIRECTORY).resolve(address(page));
    }

    /// Of a page, from the site's first one.
    static String address(Path page) {
        var name = LessonPages.name(page);
        if (name.equals(OPENING)) {
            return "index.html";
        }
        return isLesson(page) ? "steps/%s.html".formatted(name) : name + ".html";
    }

    private static boolean isLesson(Path page) {
        return page.endsWith("README.md");
    }

    private String html(Path page, String markdown, Map<Path, String> titles) {
        var base = isLesson(page) ? "../" : "";
        var text = LessonText.of(markdown, new SiteLinks(course, page, base, titles.keySet()));
        var order = List.copyOf(titles.keySet());
        var entries = order.stream().map(other -> entry(other, page, base, titles)).toList();
        int place = order.indexOf(page);
        var model =
                new Model(
                        base,
                        text,
                        among(entries, order, true),
                        among(entries, order, false),
                        at(entries, place - 1),
                        at(entries, place + 1));
        return template().execute(model);
    }

    private static NavigationEntry entry(
            Path other, Path page, String base, Map<Path, String> titles) {
        var label =
                isLesson(other)
                        ? LessonPages.name(other).replaceFirst("step0?", "")
                        : titles.get(other).replaceFirst(" ?[:·].*", "");
        return new NavigationEntry(
                base + address(other), label, titles.get(other), other.equals(page));
    }

    private static List<NavigationEntry> among(
            List<NavigationEntry> entries, List<Path> order, boolean lessons) {
        return IntStream.range(0, order.size())
                .filter(i -> isLesson(order.get(i)) == lessons)
                .filter(i -> !LessonPages.name(order.get(i)).equals(OPENING))
                .mapToObj(entries::get)
                .toList();
    }

    /// @return one, or none
    private static List<NavigationEntry> at(List<NavigationEntry> entries, int place) {
        return entries.stream().skip(Math.max(place, 0)).limit(place < 0 ? 0 : 1).toList();
    }

    private static Template template() {
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .compile(Resource.text(Site.class, TEMPLATE));
    }
}
