package eventloop.lab.show.site;

import java.util.Map;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.AttributeProvider;

/// What tags of the site's pages have beside what Markdown says.
final class PageAttributes implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Paragraph && isDrawing(node)) {
            attributes.put("class", "drawing");
            // What is wider than the window can be scrolled by keyboard.
            attributes.put("tabindex", "0");
        }
    }

    private static boolean isDrawing(Node paragraph) {
        return paragraph.getFirstChild() instanceof Image image && image.getNext() == null;
    }
}
