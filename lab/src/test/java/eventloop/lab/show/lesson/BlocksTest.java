package eventloop.lab.show.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static final Path PAGE = Path.of("README.md");

    private final Blocks blocks = new Blocks(Map.of("code", BlocksTest::text));

    private static String text(String name, String now, Path page) {
        if (name.equals("unknown")) {
            throw new IllegalArgumentException("there is no unknown");
        }
        return "$1 of " + name;
    }

    @Test
    void aPlaceIsFilledWithWhatItAsksFor() {
        assertThat(refresh("A\n<!-- code: one -->\n<!-- end of code -->\nB\n"))
                .isEqualTo("A\n<!-- code: one -->\n\n$1 of one\n\n<!-- end of code -->\nB\n");
    }

    @Test
    void whatStoodThereBeforeGoes() {
        var page = "<!-- code: one -->\n\nwrong\n\n<!-- end of code -->\n";

        assertThat(refresh(page)).contains("$1 of one").doesNotContain("wrong");
        assertThat(refresh(refresh(page))).isEqualTo(refresh(page));
    }

    @Test
    void aPlaceOfAnotherKindIsLeftAlone() {
        var page = "<!-- glance: one -->\nx\n<!-- end of glance -->\n";

        assertThat(refresh(page)).isEqualTo(page);
    }

    @Test
    void aPlaceThatAsksForWhatThereIsNotIsNamedWithItsPage() {
        assertThatThrownBy(() -> refresh("<!-- code: unknown -->\n<!-- end of code -->\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("README.md: there is no unknown");
    }

    @Test
    void aPlaceThatDoesNotEndIsFound() {
        assertThatThrownBy(() -> refresh("<!-- code: one -->\nthe rest\n"))
                .hasMessage("README.md: '<!-- code: one -->' has no end");
        assertThatThrownBy(() ->
                        refresh("<!-- code: one -->\n<!-- code: two -->\n<!-- end of code -->\n"))
                .hasMessage("README.md: 'code: one' does not end before the next one begins");
    }

    private String refresh(String text) {
        return blocks.refresh(PAGE, text);
    }
}
