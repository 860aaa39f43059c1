package eventloop.lab.show.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// Blocks of code; of those that show a terminal, what was typed stands out.
final class ConsoleRenderer implements NodeRenderer {
    private static final Pattern TYPED = Pattern.compile("(\\d\\$) (.*)");

    private final HtmlNodeRendererContext context;

    ConsoleRenderer(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        var block = (FencedCodeBlock) node;
        var html = context.getWriter();
        html.line();
        html.tag("pre", attributes(block));
        html.tag("code");
        if (block.getInfo().equals("console")) {
            block.getLiteral().lines().forEach(this::line);
        } else {
            html.text(block.getLiteral());
        }
        html.tag("/code");
        html.tag("/pre");
        html.line();
    }

    /// In an order that is always the same, as the page is compared with the one that is kept.
    private static Map<String, String> attributes(FencedCodeBlock block) {
        var attributes = new LinkedHashMap<String, String>();
        if (!block.getInfo().isEmpty()) {
            attributes.put("class", block.getInfo());
        }
        // What is wider than the window can be scrolled by keyboard.
        attributes.put("tabindex", "0");
        return attributes;
    }

    private void line(String line) {
        var html = context.getWriter();
        var typed = TYPED.matcher(line);
        if (typed.matches()) {
            html.tag("span", Map.of("class", "prompt"));
            html.text(typed.group(1));
            html.tag("/span");
            html.text(" ");
            html.tag("kbd");
            html.text(typed.group(2));
            html.tag("/kbd");
        } else {
            html.text(line);
        }
        html.raw("\n");
    }
}
