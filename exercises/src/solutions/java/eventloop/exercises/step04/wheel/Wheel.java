package eventloop.exercises.step04.wheel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Timers, and a present that goes on tick by tick. One thread.
public final class Wheel {
    static final int SLOTS = 64;

    // tag::solution[]
    private final List<List<Timer>> slots =
            Stream.<List<Timer>>generate(ArrayList::new).limit(SLOTS).toList();
    // end::solution[]
    // > private final List<Timer> timers = new ArrayList<>();
    private long present;

    /// @param ticks from now, at least 1
    public Timer start(long ticks, Runnable task) {
        var timer = new Timer(present + ticks, task);
        // tag::solution[]
        slots.get((int) (timer.tick() % SLOTS)).add(timer);
        // end::solution[]
        // > timers.add(timer);
        return timer;
    }

    /// Goes on by one tick, and fires what is due.
    public void turn() {
        present++;
        var due = new ArrayList<Timer>();
        // tag::solution[]
        slots.get((int) (present % SLOTS)).removeIf(timer -> moveIfDue(timer, due));
        // end::solution[]
        // > timers.removeIf(timer -> moveIfDue(timer, due));
        due.forEach(Timer::fire);
    }

    /// @return whether it was due, and is among those now
    private boolean moveIfDue(Timer timer, List<Timer> due) {
        return timer.isDueAt(present) && due.add(timer);
    }
}
