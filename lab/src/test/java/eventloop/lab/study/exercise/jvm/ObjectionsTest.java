package eventloop.lab.study.exercise.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.TestIdentifier;

/// What of an assertion's words reaches the student.
class ObjectionsTest {
    private final TestIdentifier test = TestIdentifier.from(new Descriptor());

    @Test
    void bothBoundsOfARange() {
        var objection = objectionTo(() -> assertThat(675L).as("turns").isBetween(0L, 600L));

        assertThat(objection.expected()).isEqualTo("turns between [0, 600]");
        assertThat(objection.saw()).isEqualTo("turns 675");
    }

    @Test
    void allThatMayBe() {
        var objection = objectionTo(() -> assertThat(301).as("answer").isIn(200, 304));

        assertThat(objection.expected()).isEqualTo("answer in [200, 304]");
        assertThat(objection.saw()).isEqualTo("answer 301");
    }

    @Test
    void numbersWithoutTheLetterThatIsOnlyJavas() {
        var objection = objectionTo(() -> assertThat(List.of(1L, 20L)).isEqualTo(List.of(1L, 30L)));

        assertThat(objection.expected()).isEqualTo("[1, 30]");
        assertThat(objection.saw()).isEqualTo("[1, 20]");
    }

    /// Nothing is told of a look that is not over by then: the first one, which loads all that it takes to object, has the
    /// whole time.
    @Test
    void whatWasWaitedForInVain() {
        var objection =
                objectionTo(() ->
                        await().pollDelay(Duration.ZERO)
                                .atMost(Duration.ofSeconds(1))
                                .untilAsserted(() -> assertThat(3L).as("turns").isGreaterThan(3L)));

        assertThat(objection.expected()).isEqualTo("turns greater than 3");
        assertThat(objection.saw()).isEqualTo("turns 3");
    }

    private Objection objectionTo(ThrowingCallable wrong) {
        return new Objections("Student.java").of(test, catchThrowable(wrong));
    }

    private static final class Descriptor extends AbstractTestDescriptor {
        private Descriptor() {
            super(UniqueId.forEngine("a-test"), "a test");
        }

        @Override
        public Type getType() {
            return Type.TEST;
        }
    }
}
