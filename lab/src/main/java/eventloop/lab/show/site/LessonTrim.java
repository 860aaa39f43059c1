package eventloop.lab.show.site;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// Takes from a text what the site shows in its own way, and gives it what a narrow window needs.
final class LessonTrim extends AbstractVisitor {
    private static final String SEPARATORS = "[\\s·|]*";

    private LessonTrim() {}

    static void trim(Node document) {
        var title = document.getFirstChild();
        if (title instanceof Heading && title.getNext() instanceof Paragraph ways && isWays(ways)) {
            ways.unlink();
        }
        document.accept(new LessonTrim());
    }

    /// A line of links to the lessons around, which the site has above and below.
    private static boolean isWays(Paragraph paragraph) {
        for (var part = paragraph.getFirstChild(); part != null; part = part.getNext()) {
            boolean isSeparator =
                    part instanceof Text text && text.getLiteral().matches(SEPARATORS);
            if (!(part instanceof Link) && !isSeparator) {
                return false;
            }
        }
        return true;
    }

    /// Markers of what is not typed are for who edits the text.
    @Override
    public void visit(HtmlBlock block) {
        if (block.getLiteral().startsWith("<!--")) {
            block.unlink();
        }
    }

    /// A table that is wider than the window is scrolled by itself, also by keyboard.
    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            block.insertBefore(
                    html(
                            "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">"));
            block.insertAfter(html("</div>"));
        }
        visitChildren(block);
    }

    private static HtmlBlock html(String literal) {
        var block = new HtmlBlock();
        block.setLiteral(literal);
        return block;
    }
}
