package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerProcessesTest {
    private static final ServerProcesses A_HUNDRED_EACH = new ServerProcesses(100);
    private static final Step ALONE = new Step(6, "step06-cache", Path.of("nowhere.jar"));
    private static final Step SHARING = new Step(7, "step07-zerocopy", Path.of("nowhere.jar"));

    @Test
    void oneIsEnoughAsLongAsItHoldsAll() throws Exception {
        assertThat(A_HUNDRED_EACH.of(ALONE, 100)).isEqualTo(1);
        assertThat(A_HUNDRED_EACH.of(SHARING, 100)).isEqualTo(1);
    }

    @Test
    void whoeverSharesAPortHasSeveralWithRoomForChance() throws Exception {
        assertThat(A_HUNDRED_EACH.of(SHARING, 101)).isEqualTo(2);
        assertThat(A_HUNDRED_EACH.of(SHARING, 201)).isEqualTo(3);
        assertThat(A_HUNDRED_EACH.of(SHARING, 202)).isEqualTo(4);
        assertThat(A_HUNDRED_EACH.of(new Variant(SHARING, "variant", List.of()), 101)).isEqualTo(2);
    }

    @Test
    void whoeverDoesNotSaysWhyItCannotTakeTheLevel() {
        assertThatThrownBy(() -> A_HUNDRED_EACH.of(ALONE, 101))
                .isInstanceOf(ServerFailure.class)
                .hasMessage(
                        "cannot take this level: a process may have no more than 100 connections");
    }
}
