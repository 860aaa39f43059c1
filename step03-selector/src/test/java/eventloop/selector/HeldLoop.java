package eventloop.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Has a loop stand in a request until the test lets it go on.
public final class HeldLoop {
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /// Called by the handler: returns when the loop may go on.
    public void stand() {
        held.countDown();
        waitFor(goOn);
    }

    /// Waits until the loop stands.
    public void awaitStanding() {
        waitFor(held);
    }

    public void letGo() {
        goOn.countDown();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
