package eventloop.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundSoFarTest {
    private final List<String> kept = new ArrayList<>();
    private final EarlyEnd end = EarlyEnd.prepare();
    private final FoundSoFar<String, String> found =
            new FoundSoFar<>(end, parts -> String.join(" ", parts), kept::add);

    @Test
    void isKeptOnceInTheOrderInWhichItCame() {
        found.add("one");
        found.add("two");

        found.finish();
        found.finish();

        assertThat(kept).containsExactly("one two");
        assertThat(found.result()).isEqualTo("one two");
    }

    /// Servers end then, and their failures are no findings.
    @Test
    void whatComesOnceTheEndHasBegunIsNotRecorded() {
        found.add("one");
        end.begin();
        found.add("two");

        found.finish();

        assertThat(kept).containsExactly("one");
    }

    @Test
    void nothingIsNotKept() {
        found.finish();

        assertThat(kept).isEmpty();
    }
}
