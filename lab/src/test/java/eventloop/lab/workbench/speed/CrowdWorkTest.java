package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.WarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdWorkTest {
    private static final WarmUp RESTLESS =
            new WarmUp(List.of(100L, 200L, 300L), List.of(0.0, 0.0, 0.0));

    @TempDir private Path directory;

    @Test
    void growthSaysOnceWhatIsKnownOfBothAndWhatFailedOnEitherSide() throws Exception {
        var ofMany = new AtomicInteger();
        var duels =
                Arena.duels(
                        List.of(Field.OURS),
                        Fields.plain(directory).with(Tries.LEAST + 1),
                        List.of(Field.SMALL),
                        _ -> RESTLESS,
                        List.of(
                                _ -> round(),
                                _ -> {
                                    if (ofMany.incrementAndGet() == 1) {
                                        throw new IOException("broken");
                                    }
                                    return round();
                                }));

        assertThat(CrowdWork.growth(duels.getFirst(), duels.getLast()).remark())
                .isEqualTo(
                        "1 to 1 ms; step07: not steady after 3 s of load; 1 of its rounds failed: broken");
    }

    private static Round round() {
        return new Round(
                "",
                1,
                1,
                1,
                1,
                1,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
