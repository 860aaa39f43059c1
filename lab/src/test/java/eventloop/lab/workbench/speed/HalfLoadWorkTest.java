package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfLoadWorkTest {
    @TempDir private Path directory;

    @Test
    void whyNginxHasNoPeakIsSaidOfBothBars() throws Exception {
        var bars = new HalfLoadWork().measure(Fields.plain(directory, Field.NGINX));

        assertThat(bars)
                .hasSize(2)
                .allSatisfy(bar -> {
                    assertThat(bar.outcome()).isEqualTo(Bar.Outcome.NOT_MEASURED);
                    assertThat(bar.remark()).isEqualTo("not installed");
                });
    }
}
