package eventloop.lab.show.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.result.ResultFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// No figure on a page was typed.
class StoredTablesTest {
    private static final Path COURSE = Path.of("..");
    static final Iterable<String> PAGES = StoredTables.PAGES;

    private final StoredTables tables = new StoredTables(new ResultFiles(COURSE));

    /// If this fails, `./course readme` writes what the stored results say.
    @ParameterizedTest
    @FieldSource("PAGES")
    void aPageShowsWhatTheStoredResultsSay(String name) throws Exception {
        var page = Files.readString(COURSE.resolve(name));
        assertThat(page).contains("Made by `./course ");
        assertThat(tables.refresh(name, page)).isEqualTo(page);
    }

    @Test
    void aTypedFigureIsReplacedByTheMeasuredOne() throws Exception {
        var page = Files.readString(COURSE.resolve("README.md"));
        var typed = page.replaceFirst("(step07-zerocopy +)[\\d.]+ ms", "$10.001 ms");
        assertThat(typed).isNotEqualTo(page);
        assertThat(tables.refresh("README.md", typed)).isEqualTo(page);
    }

    @Test
    void aPageThatNamesAResultNobodyHasIsWrong() {
        var page = "<!-- results: nobody-has-it -->\n<!-- end of results -->";
        assertThatThrownBy(() -> tables.refresh("README.md", page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody-has-it");
    }
}
