package eventloop.lab.show.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.show.report.plot.TimeChart.Curve;
import eventloop.lab.show.report.plot.TimeChart.Position;
import eventloop.lab.show.report.plot.TimeChart.Scale;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class TimeChartTest {
    private static final Scale MILLIS = new Scale("milliseconds", 0, 4, 2);
    private static final Scale FROM_TOP = new Scale("line", 20, 0, 10);

    private final Curve curve =
            new Curve(
                    "busy",
                    "up to 20",
                    Look.ofStep(1, false),
                    List.of(new Position(0, 0), new Position(4, 20)));

    @Test
    void bothAxesSayWhatTheyShow() {
        var drawn = draw(List.of(curve), List.of());

        assertThat(drawn.select(".grid text").eachText())
                .containsExactly("0", "2", "4", "0", "10", "20", "milliseconds");
        assertThat(drawn.select(".heading").text()).isEqualTo("line");
    }

    @Test
    void aCurveHasItsNameAtItsEnd() {
        var drawn = draw(List.of(curve), List.of());

        assertThat(drawn.select(".series text").eachText()).containsExactly("busy", "up to 20");
        assertThat(drawn.select(".series > path").first().attr("d")).isEqualTo("M90 70L824 670");
    }

    @Test
    void eachMomentIsADot() {
        var drawn = draw(List.of(), List.of(new Position(2, 0), new Position(0, 10)));

        assertThat(drawn.select(".series > path").attr("d")).isEqualTo("M0 0m635 70h0m-545 300h0");
    }

    private static Element draw(List<Curve> curves, List<Position> dots) {
        var picture = new TimeChart(MILLIS, FROM_TOP, curves, dots).draw("name", "description");
        return Jsoup.parse(picture.inPage(), Parser.xmlParser());
    }
}
