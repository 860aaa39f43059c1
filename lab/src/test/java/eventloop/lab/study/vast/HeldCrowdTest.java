package eventloop.lab.study.vast;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.server.ServerFailure;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// A crowd of which more than one in a hundred is missing is none, however it went missing.
class HeldCrowdTest {
    @Test
    void whoWasServedAndIsGoneWhenAllHaveComeIsMissed() {
        assertThatCode(() -> HeldCrowd.expectConnected(OptionalLong.of(990), 1_000))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> HeldCrowd.expectConnected(OptionalLong.of(989), 1_000))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("only 989 of 1,000 clients still had a connection when all had come");
    }

    @Test
    void whoGoesWhileTheyStandIsMissed() {
        assertThatCode(() -> HeldCrowd.expectHeld(OptionalLong.of(10), 1_000))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> HeldCrowd.expectHeld(OptionalLong.of(11), 1_000))
                .isInstanceOf(ServerFailure.class)
                .hasMessage("11 of 1,000 clients lost their connections while they stood");
    }

    @Test
    void whereTheSystemDoesNotTellNobodyIsMissed() {
        assertThatCode(
                        () -> {
                            HeldCrowd.expectConnected(OptionalLong.empty(), 1_000);
                            HeldCrowd.expectHeld(OptionalLong.empty(), 1_000);
                        })
                .doesNotThrowAnyException();
    }
}
