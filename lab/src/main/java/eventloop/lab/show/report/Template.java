package eventloop.lab.show.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        this.compiler = compiler.withLoader(Template::open).emptyStringIsFalse(true);
    }

    /// @param model its methods without parameters have the names of the gaps
    String fill(Object model) {
        try (var reader = open(name)) {
            return compiler.compile(reader).execute(model);
        } catch (IOException broken) {
            throw new UncheckedIOException(name + " cannot be read", broken);
        }
    }

    static String text(String resource) {
        try (var stream = Template.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(resource + " cannot be read", broken);
        }
    }

    private static Reader open(String resource) {
        return new InputStreamReader(
                Template.class.getResourceAsStream(resource), StandardCharsets.UTF_8);
    }

    private static String escapeMarkdown(String text) {
        return MARKS.matcher(text).replaceAll("\\\\$0").replace("<", "&lt;").replaceAll("\\R", " ");
    }
}
