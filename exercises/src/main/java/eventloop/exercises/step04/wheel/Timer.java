package eventloop.exercises.step04.wheel;

/// Something to be done at a tick.
public final class Timer {
    private final long tick;
    private final Runnable task;
    private long looks;

    Timer(long tick, Runnable task) {
        this.tick = tick;
        this.task = task;
    }

    long tick() {
        looks++;
        return tick;
    }

    boolean isDueAt(long present) {
        looks++;
        return tick <= present;
    }

    void fire() {
        task.run();
    }

    /// How often somebody has asked for its tick, or whether it is due.
    long looks() {
        return looks;
    }
}
