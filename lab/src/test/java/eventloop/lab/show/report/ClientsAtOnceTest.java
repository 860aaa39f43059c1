package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.LoadHeap;
import eventloop.lab.measure.result.Provenances;
import eventloop.lab.study.compare.Measurement.Timed;
import eventloop.lab.study.vast.MemoryTaken;
import eventloop.lab.study.vast.Stand;
import eventloop.lab.study.vast.Stand.Held;
import eventloop.lab.study.vast.Stand.Lost;
import eventloop.lab.study.vast.Stand.Outcome;
import eventloop.lab.study.vast.StepEnd;
import eventloop.lab.study.vast.VastConditions;
import eventloop.lab.study.vast.VastResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ClientsAtOnceTest {
    private static VastResult result(Stand stand) {
        return new VastResult(
                Provenances.of("./course vast"),
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
                        LoadHeap.FRUGAL.flags()),
                List.of(stand),
                List.of(
                        new StepEnd(
                                "step02-threadpool",
                                200,
                                OptionalInt.of(210),
                                OptionalDouble.of(0.5),
                                Optional.of("its threads are taken"))),
                List.of());
    }

    @Test
    void aStepIsAMarkWhereItEndsWithTheReasonInWords() {
        assertThat(picture(new Lost("out of memory")))
                .contains(
                        "<title>step02-threadpool: ≤ 200</title>",
                        "<title>step02-threadpool: its threads are taken</title>");
    }

    @Test
    void whoHeldNothingIsNamedWithTheReason() {
        assertThat(picture(new Lost("out of memory")))
                .contains(
                        "<title>node, 1,000 clients: out of memory</title>",
                        ">node<",
                        ">not timed<");
    }

    /// Its time may be the load's own.
    @Test
    void whatTheLoadHasMadeLongerIsToldRoughly() throws Exception {
        double late = Examples.LATENESS_MILLIS;

        assertThat(picture(held(late)))
                .contains(
                        "<title>node, 1,000 clients: 0.020 ms, but the load was late itself</title>")
                .contains("≈ 0.02 ms");
        assertThat(picture(held(3 * late)))
                .contains("<title>node, 1,000 clients: 0.060 ms</title>")
                .doesNotContain("≈");
    }

    private static Held held(double meanMillis) throws UnreadableResultException {
        var timed = Examples.timed("node", 1_000, 1, meanMillis, 1_000).outcome();
        var paced = ((Timed) timed).open();
        var unknown =
                new MemoryTaken(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.empty());
        return new Held(
                1,
                1,
                1,
                paced,
                Optional.empty(),
                paced,
                OptionalLong.empty(),
                OptionalDouble.empty(),
                unknown,
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static String picture(Outcome outcome) {
        return ClientsAtOnce.of(result(new Stand("node", 1_000, outcome))).picture().lightFile();
    }
}
