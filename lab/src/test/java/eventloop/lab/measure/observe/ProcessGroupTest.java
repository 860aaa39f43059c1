package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProcessGroupTest {
    @Test
    void aSumIsThatOfAllOrOfNone() {
        var three = OptionalLong.of(3);
        var four = OptionalLong.of(4);

        assertThat(ProcessGroup.sum(List.of(three, four))).hasValue(7);
        assertThat(ProcessGroup.sum(List.of(three, OptionalLong.empty()))).isEmpty();
        assertThat(ProcessGroup.sum(List.of())).isEmpty();
    }
}
