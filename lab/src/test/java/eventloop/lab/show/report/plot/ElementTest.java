package eventloop.lab.show.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementTest {
    @Test
    void elementsStandWithinEachOther() {
        var group = Element.group("grid").add(Element.line(0, 1.25, 2, 3), Element.named("g"));

        assertThat(group)
                .hasToString(
                        """
                        <g class="grid"><line x1="0" y1="1.3" x2="2" y2="3"/>
                        <g/></g>\
                        """);
    }

    @Test
    void wordsCannotBecomeMarkup() {
        assertThat(Element.text(1, 2, "<b> & \"c\"").set("class", "\"><script>"))
                .hasToString(
                        "<text x=\"1\" y=\"2\" class=\"&quot;&gt;&lt;script&gt;\">"
                                + "&lt;b&gt; &amp; &quot;c&quot;</text>");
    }

    @Test
    void noCoordinateIsMinusZero() {
        assertThat(Element.number(-0.01)).isEqualTo("0");
    }
}
