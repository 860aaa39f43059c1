package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {
    @Test
    void rowsStandBelowTheirHeadings() {
        assertThat(
                        MarkdownTable.of(
                                List.of("step", "clients"),
                                "|---|--:|",
                                List.of(List.of("step01", "1,000"), List.of("step02", "200"))))
                .isEqualTo("| step | clients |\n|---|--:|\n| step01 | 1,000 |\n| step02 | 200 |");
    }

    /// A server's last words may have anything in them.
    @Test
    void whatWouldEndACellIsTextInIt() {
        assertThat(MarkdownTable.row(List.of("a|b", "no memory\nleft")))
                .isEqualTo("| a\\|b | no memory left |");
    }
}
