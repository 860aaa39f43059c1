package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.PlainFileServer;
import eventloop.lab.measure.server.ServerFailure;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartWorkTest {
    @TempDir private Path directory;

    @Test
    void aStartThatFailsCostsOnlyItself() throws Exception {
        var starts = new AtomicInteger();
        var field =
                Fields.of(
                        directory,
                        (_, _) -> {
                            if (starts.incrementAndGet() == 2) {
                                throw new ServerFailure("not this time");
                            }
                            return new PlainFileServer();
                        });

        var bar = new StartWork().measure(field).getFirst();

        assertThat(bar.figures()).hasSize(Fields.ROUNDS - 1);
        assertThat(bar.remark()).endsWith("1 of the tries failed: not this time");
    }
}
