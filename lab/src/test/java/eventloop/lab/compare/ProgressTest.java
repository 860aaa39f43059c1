package eventloop.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void writesOneLineAnewOnATerminal() {
        tell(new Progress(new PrintStream(shown), true));

        assertThat(shown.toString().replace("\033[K", ""))
                .isEqualTo("\rone" + "\rone: more" + "\rtwo" + "\r");
    }

    @Test
    void writesALineForEachStageElsewhere() {
        tell(new Progress(new PrintStream(shown), false));

        assertThat(shown.toString().lines()).containsExactly("one", "two");
    }

    private static void tell(Progress progress) {
        progress.stage("one");
        progress.detail(": more");
        progress.stage("two");
        progress.clear();
    }
}
