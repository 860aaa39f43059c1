package eventloop.exercises.step03;

import java.time.Duration;

/// Turns of a loop, counted.
public final class Turns {
    /// A loop that spins makes thousands of turns in this time, one that sleeps hardly any.
    private static final Duration A_WHILE = Duration.ofMillis(150);

    /// More than that is no sleep.
    public static final long FEW = 20;

    private Turns() {}

    /// How many turns the loop makes while nothing happens. What is under way may come to rest before.
    public static long inAWhile(SmallServer server) throws InterruptedException {
        Thread.sleep(A_WHILE);
        long before = server.turns();
        Thread.sleep(A_WHILE);
        return server.turns() - before;
    }
}
