package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.Placement;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NearnessTest {
    @Test
    void aRoundWaitsUntilTheProcessorsAreAsNearAsBefore() throws InterruptedException {
        var nearness = measuring(55.0, 340.0, 330.0, 60.0);

        assertThat(nearness.await()).hasValue(55);
        assertThat(nearness.await()).hasValue(60);
    }

    @Test
    void processorsThatWereNeverNearerAreNearEnough() throws InterruptedException {
        var nearness = measuring(340.0, 350.0);

        assertThat(nearness.await()).hasValue(340);
        assertThat(nearness.await()).hasValue(350);
    }

    @Test
    void whereItCannotBeMeasuredNobodyWaits() throws InterruptedException {
        assertThat(new Nearness(OptionalDouble::empty).await()).isEmpty();
    }

    @Test
    void roundsOnDifferentGroundAreNamed() {
        assertThat(Nearness.remark(List.of(round(50), round(200))))
                .hasValue("the processors were 50 to 200 ns apart");
        assertThat(Nearness.remark(List.of(round(50), round(60)))).isEmpty();
    }

    @Test
    void aCacheLineTakesItsTimeFromProcessorToProcessor() throws InterruptedException {
        var distance = Distance.nanos(Placement.ANYWHERE);

        assertThat(distance.orElseThrow()).isBetween(1.0, 1e9);
    }

    private static Nearness measuring(Double... nanos) {
        Iterator<Double> distances = List.of(nanos).iterator();
        return new Nearness(() -> OptionalDouble.of(distances.next()));
    }

    private static Round round(double distance) {
        return new Round(
                "",
                1,
                1,
                1,
                1,
                1,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(distance));
    }
}
