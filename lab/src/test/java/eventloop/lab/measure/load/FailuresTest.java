package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Json;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final Failures SOME =
            new Failures(Map.of(Failure.TIMED_OUT, 1_200L, Failure.REFUSED, 3L));

    @Test
    void mostFrequentIsNamedFirst() {
        assertThat(SOME.inWords()).containsExactly("1,200 timed out", "3 refused");
        assertThat(Failures.NONE.inWords()).isEmpty();
    }

    @Test
    void kindsAreAddedAndLeftOutOneByOne() {
        var sum = SOME.plus(new Failures(Map.of(Failure.REFUSED, 4L, Failure.WRONG_BYTES, 1L)));

        assertThat(sum.count()).isEqualTo(1_208);
        assertThat(sum.without(Set.of(Failure.TIMED_OUT)).byKind())
                .isEqualTo(Map.of(Failure.REFUSED, 7L, Failure.WRONG_BYTES, 1L));
    }

    @Test
    void storedAsKindsAndCounts() {
        var stored = Json.line(SOME);

        assertThat(stored).isEqualTo("{\"REFUSED\":3,\"TIMED_OUT\":1200}");
        assertThat(Json.read(stored, Failures.class)).isEqualTo(SOME);
    }
}
