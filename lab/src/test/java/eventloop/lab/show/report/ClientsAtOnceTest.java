package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.LoadHeap;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.study.vast.Stand;
import eventloop.lab.study.vast.Stand.Lost;
import eventloop.lab.study.vast.StepEnd;
import eventloop.lab.study.vast.VastConditions;
import eventloop.lab.study.vast.VastResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ClientsAtOnceTest {
    private static final VastResult RESULT =
            new VastResult(
                    new Provenance(
                            Instant.EPOCH, "cpu", 2, 1, "Linux", "JDK", "c", "./course vast"),
                    List.of(),
                    new VastConditions(
                            List.of(1_000, 500_000),
                            1,
                            1,
                            1,
                            1,
                            1,
                            1,
                            1,
                            1024,
                            Map.of(),
                            100,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            LoadHeap.FRUGAL.flags()),
                    List.of(new Stand("node", 1_000, new Lost("out of memory"))),
                    List.of(
                            new StepEnd(
                                    "step02-threadpool",
                                    200,
                                    OptionalInt.of(210),
                                    OptionalDouble.of(0.5),
                                    Optional.of("its threads are taken"))),
                    List.of());

    @Test
    void aStepIsAMarkWhereItEndsWithTheReasonInWords() {
        assertThat(ClientsAtOnce.of(RESULT).picture().lightFile())
                .contains(
                        "<title>step02-threadpool: ≤ 200</title>",
                        "<title>step02-threadpool: its threads are taken</title>");
    }

    @Test
    void whoHeldNothingHasNoLine() {
        assertThat(ClientsAtOnce.of(RESULT).picture().lightFile()).doesNotContain("node");
    }
}
