package eventloop.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacementTest {
    @Test
    void understandsHowLinuxListsProcessors() {
        assertThat(Placement.numbers("0-3,8,10-11")).containsExactly(0, 1, 2, 3, 8, 10, 11);
        assertThat(Placement.numbers("5")).containsExactly(5);
    }

    @Test
    void keepsServerAndLoadApartOrLeavesBothAlone() {
        var placement = Placement.apart();

        assertThat(placement.server().isEmpty()).isEqualTo(placement.load().isEmpty());
        if (!placement.server().isEmpty()) {
            assertThat(placement.server()).isNotEqualTo(placement.load());
        }
    }
}
