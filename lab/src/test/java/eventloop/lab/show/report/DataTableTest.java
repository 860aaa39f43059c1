package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.show.report.DataTable.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataTableTest {
    private final DataTable table =
            new DataTable("", 2, List.of("server", "remark", "figure", "guess"));

    @Test
    void columnsInWhichNoRowSaysAnythingAreNotShown() {
        table.row(List.of("one", "", "1", ""));
        table.row(List.of("two", "well", "2", ""));

        assertThat(table.headings())
                .extracting(Cell::text)
                .containsExactly("server", "remark", "figure");
        assertThat(table.rows().getFirst().cells()).extracting(Cell::text).containsExactly("", "1");
    }

    @Test
    void aReasonIsAsWideAsTheColumnsThatAreShown() {
        table.row(List.of("one", "", "1", ""));
        table.row("two", "is not there");

        assertThat(table.rows().getLast().cells()).containsExactly(reason("is not there", 1));
    }

    @Test
    void withNothingButReasonsAllColumnsAreShown() {
        table.row("two", "is not there");

        assertThat(table.headings()).hasSize(4);
        assertThat(table.rows().getLast().cells()).containsExactly(reason("is not there", 3));
    }

    private static Cell reason(String text, int span) {
        return new Cell(text, false, true, span);
    }
}
