package eventloop.lab.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.result.Provenances;
import eventloop.lab.study.compare.Measurement.NotTimed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlanceTableTest {
    private static final Measurement FAST = timed("fast", 8000);
    private static final Measurement SLOW = timed("slow", 1000);
    private static final Measurement ABSENT =
            new Measurement("absent", 10, 1, new NotTimed("absent is not installed: ".repeat(9)));

    @Test
    void eachServerThatHasBeenMeasuredHasALineAndABarAsLongAsItsShare() {
        var lines = new GlanceTable(80).text(result(FAST, SLOW)).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).endsWith("others").hasSize(80);
        assertThat(lines.get(1)).matches("fast +███████ +8,000 .* wait");
        assertThat(lines.get(2)).matches("slow +▉ +1,000 .* –");
    }

    @Test
    void peakThatIsTheLoadsIsMarkedAndColumnsStayInLine() {
        var busy = new Measurement("slow", 10, 1, Rounds.withABusyLoad(1000));

        var lines = new GlanceTable(80).text(result(FAST, busy)).lines().toList();

        assertThat(lines.get(2))
                .contains("≥ 1,000  ")
                .hasSameSizeAs(lines.get(1).replace("wait", "–"));
    }

    @Test
    void belowItStandsHowManyWereNotSteadyWhenTheyWereTimed() {
        var unsteady = new Measurement("node", 10, 1, Rounds.beforeItWasSteady(1000));

        assertThat(GlanceTable.legend(100, result(FAST, unsteady)))
                .endsWith("doubtful     not steady after 1 s of load: 1 of 2");
        assertThat(GlanceTable.legend(100, result(FAST, SLOW))).doesNotContain("doubtful");
        assertThat(result(FAST, unsteady).glance())
                .contains("–\nnot steady after 1 s of load: 1 of 1\n");
    }

    @Test
    void serverWithoutFiguresSaysWhyInOneLine() {
        var lines = new GlanceTable(80).text(result(ABSENT)).lines().toList();

        assertThat(lines.getLast()).startsWith("absent").contains("is not installed").endsWith("…");
        assertThat(lines.getLast()).hasSizeLessThan(80);
    }

    @Test
    void narrowTerminalLosesColumnsAndNoLineIsTooLong() {
        var text = new GlanceTable(60).text(result(FAST, SLOW, ABSENT));

        assertThat(text.lines())
                .allMatch(line -> line.length() < 60)
                .anyMatch(l -> l.endsWith("wait"));
        assertThat(new GlanceTable(40).text(result(FAST, SLOW, ABSENT)).lines())
                .allMatch(line -> line.length() < 40);
    }

    /// There … is three signs, and ≥ is two.
    @Test
    void noLineIsTooLongOnATerminalWithoutUtf8() {
        var busy = new Measurement("slow", 10, 1, Rounds.withABusyLoad(1000));
        for (int columns = 40; columns <= 120; columns++) {
            int most = columns;
            assertThat(new GlanceTable(columns).text(result(FAST, busy, ABSENT)).lines())
                    .extracting(line -> line.replace("…", "...").replace("≥", ">="))
                    .allMatch(line -> line.length() <= most);
        }
    }

    @Test
    void signsThatStandForNoFigureAreExplained() {
        assertThat(GlanceTable.legend(100, result(FAST)))
                .contains("–: only a step's disk can be slowed down", "?: it could not")
                .satisfies(
                        legend -> assertThat(legend.lines()).allMatch(line -> line.length() <= 60));
    }

    @Test
    void onATerminalLinesAreDrawnAnewInTheirPlace() {
        var shown = new ByteArrayOutputStream();
        var out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        var table = new LiveTable(out, new GlanceTable(80), 4);

        table.draw(result(SLOW));
        table.draw(result(SLOW, FAST));

        assertThat(shown.toString(StandardCharsets.UTF_8)).containsOnlyOnce("\033[2A");
        assertThat(table.showsAll(result(SLOW, FAST))).isTrue();
    }

    /// Three lines and the cursor below need four rows.
    @Test
    void onATerminalThatIsTooLowOnlyNewLinesAreAdded() {
        var shown = new ByteArrayOutputStream();
        var out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        var table = new LiveTable(out, new GlanceTable(80), 3);

        table.draw(result(FAST));
        table.draw(result(FAST, SLOW));

        assertThat(shown.toString(StandardCharsets.UTF_8))
                .doesNotContain("\033[2A")
                .containsOnlyOnce("fast ")
                .containsOnlyOnce("slow ")
                .containsOnlyOnce("requests/s");
        assertThat(table.showsAll(result(FAST, SLOW))).isFalse();
    }

    private static Measurement timed(String server, long requests) {
        return new Measurement(
                server, 10, 1, Rounds.timed(requests, Map.<Failure, Long>of(), 100, Map.of()));
    }

    private static ComparisonResult result(Measurement... measurements) {
        var all = new Phase.ClosedLoop(0, 1);
        return new ComparisonResult(
                Provenances.of("a test"),
                new Conditions(
                        List.of("fast", "slow", "absent", "node"),
                        Map.of(),
                        List.of(10),
                        1,
                        new Beginning(1, 1),
                        List.of(all),
                        List.of(),
                        1,
                        1,
                        all,
                        false,
                        1,
                        1,
                        "site",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(measurements),
                List.of(),
                Optional.of(Map.of("fast", "wait")));
    }
}
