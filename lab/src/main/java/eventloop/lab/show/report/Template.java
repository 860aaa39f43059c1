package eventloop.lab.show.report;

import com.samskivert.mustache.Mustache;
import eventloop.lab.measure.resource.Resource;
import java.io.StringReader;
import java.util.regex.Pattern;

/// The words around the figures: they stand as a page in a resource, with gaps to be filled. What fills a gap
/// is escaped, so that no reason and no name can break a page.
enum Template {
    PAGE("report.html", Mustache.compiler()),
    MARKDOWN("report.md", Mustache.compiler().withEscaper(Template::escapeMarkdown));

    /// What Markdown takes for more than a character, wherever it stands.
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]|]");

    private final String name;
    private final Mustache.Compiler compiler;

    Template(String name, Mustache.Compiler compiler) {
        this.name = name;
        this.compiler =
                compiler.withLoader(part -> new StringReader(text(part))).emptyStringIsFalse(true);
    }

    /// @param model its methods without parameters have the names of the gaps
    String fill(Object model) {
        return compiler.compile(text(name)).execute(model);
    }

    private static String text(String resource) {
        return Resource.text(Template.class, resource);
    }

    private static String escapeMarkdown(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$0").replace("<", "&lt;").replaceAll("\\R", " ");
    }
}
