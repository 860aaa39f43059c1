package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void putsNamesLeftAndFiguresRight() {
        var table =
                new Table(1, "server", "p99", "threads")
                        .row("step01-blocking", "12 ms", "1,015")
                        .row("step03", "1.25 ms", "14");

        assertThat(table)
                .hasToString(
                        """
                        server               p99  threads
                        ─────────────────────────────────
                        step01-blocking    12 ms    1,015
                        step03           1.25 ms       14\
                        """);
    }

    @Test
    void rowWithoutFiguresSaysWhy() {
        var table =
                new Table(1, "server", "p99")
                        .row("one", "1 ms")
                        .row(List.of("two"), "wrong bytes for /index.html");

        assertThat(table.toString().lines().toList().getLast())
                .isEqualTo("two     wrong bytes for /index.html");
    }
}
