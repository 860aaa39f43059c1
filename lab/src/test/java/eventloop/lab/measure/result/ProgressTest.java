package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void writesOneLineAnewOnATerminal() {
        tellWhere(true);

        assertThat(shown.toString().split("\r\033\\[K"))
                .contains(
                        "0:00 of about 2:05  one",
                        "0:00 of about 2:05  one: more",
                        "0:00 of about 2:05  two")
                .noneMatch(line -> line.contains("\n"));
        assertThat(shown.toString()).endsWith("\r\033[K");
    }

    @Test
    void writesALineForEachStageElsewhere() {
        tellWhere(false);

        assertThat(shown.toString().lines())
                .containsExactly("0:00 of about 2:05  one", "0:00 of about 2:05  two");
    }

    @Test
    void sumsUpAnewWhenItTakesLongerOrLess() {
        var out = new PrintStream(shown);
        try (var progress = new Progress(out, false, Duration.ofSeconds(125))) {
            progress.prolong(Duration.ofSeconds(60));
            progress.stage("longer");
            progress.expectStill(Duration.ofSeconds(30));
            progress.stage("nearly done");
        }
        assertThat(shown.toString().lines())
                .containsExactly("0:00 of about 3:05  longer", "0:00 of about 0:30  nearly done");
    }

    private void tellWhere(boolean isTerminal) {
        var out = new PrintStream(shown);
        try (var progress = new Progress(out, isTerminal, Duration.ofSeconds(125))) {
            progress.stage("one");
            progress.detail(": more");
            progress.stage("two");
        }
    }
}
