package eventloop.lab.show.site;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Says of Korean words that they are Korean, so that a browser chooses the right letters and a screen reader the
/// right voice.
final class KoreanWords extends AbstractVisitor {
    private static final Pattern KOREAN = Pattern.compile("\\p{IsHangul}+(?:[ ·]+\\p{IsHangul}+)*");

    private KoreanWords() {}

    static void mark(Node document) {
        document.accept(new KoreanWords());
    }

    @Override
    public void visit(Text text) {
        var words = KOREAN.matcher(text.getLiteral());
        int end = 0;
        while (words.find()) {
            text.insertBefore(new Text(text.getLiteral().substring(end, words.start())));
            text.insertBefore(Html.inline("<span lang=\"ko\">"));
            text.insertBefore(new Text(words.group()));
            text.insertBefore(Html.inline("</span>"));
            end = words.end();
        }
        text.setLiteral(text.getLiteral().substring(end));
    }
}
