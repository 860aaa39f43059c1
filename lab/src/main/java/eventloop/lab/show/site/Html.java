package eventloop.lab.show.site;

import org.commonmark.node.HtmlInline;

/// Parts of a page that Markdown has no sign for.
final class Html {
    private Html() {}

    /// @param literal goes into the page as it is
    static HtmlInline inline(String literal) {
        var inline = new HtmlInline();
        inline.setLiteral(literal);
        return inline;
    }
}
