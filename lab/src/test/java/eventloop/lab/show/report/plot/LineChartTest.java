package eventloop.lab.show.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Spread;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class LineChartTest {
    private static final Axis CLIENTS = new Axis("clients", Double::toString);
    private static final Axis MILLIS = new Axis("mean", Double::toString);

    @Test
    void aServerThatCouldNotGoFurtherEndsInACrossThatSaysWhy() {
        var drawn = draw(series(figure(1000, 2), figure(5000, 3), missing(10_000, "it died")));

        assertThat(drawn.select(".marker")).hasSize(3);
        assertThat(drawn.select("g:has(> .cross) > title").eachText()).containsExactly("it died");
    }

    @Test
    void aServerThatWentOnHasNoCross() {
        assertThat(draw(series(figure(1000, 2), figure(5000, 3))).select(".cross")).isEmpty();
    }

    @Test
    void aGapIsNotDrawnOver() {
        var drawn =
                draw(
                        series(
                                figure(1000, 2),
                                figure(2000, 2),
                                missing(5000, "it died"),
                                figure(9000, 3)));

        assertThat(drawn.select("path.line").attr("d")).containsPattern("^M[^M]*L[^ML]*M[^ML]*$");
        assertThat(drawn.select(".cross")).hasSize(2);
    }

    @Test
    void roundsThatDifferAreAStroke() {
        var wide = new Point(1000, Optional.of(new Spread(1, 2, 4)), "2", "all about it");

        assertThat(draw(series(wide, figure(5000, 3))).select(".whisker")).hasSize(1);
    }

    @Test
    void aServerWithoutAnyFigureHasNoLineButItsNameAndTheReason() {
        var drawn =
                draw(
                        new Series("dead", Look.ofOther(0), List.of(missing(1000, "no such file"))),
                        series(figure(1000, 2)));

        assertThat(drawn.select("text.name").eachText()).containsExactly("step01", "dead");
        assertThat(drawn.select("g:has(> text.name:contains(dead)) > title").eachText())
                .containsExactly("no such file");
        assertThat(drawn.select("path.line")).hasSize(1);
    }

    private static Element draw(Series... series) {
        var chart = new LineChart(CLIENTS, MILLIS, List.of(series), Optional.empty());
        var svg = chart.draw("chart", "a chart").inPage();
        return Jsoup.parse(svg, Parser.xmlParser()).selectFirst("svg");
    }

    private static Series series(Point... points) {
        return new Series("step01", Look.ofStep(1, false), List.of(points));
    }

    private static Point figure(double x, double y) {
        return new Point(x, Optional.of(new Spread(y, y, y)), y + " ms", "all about it");
    }

    private static Point missing(double x, String reason) {
        return new Point(x, Optional.empty(), "", reason);
    }
}
