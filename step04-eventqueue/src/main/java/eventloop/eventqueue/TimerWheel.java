package eventloop.eventqueue;

import eventloop.selector.Timeouts;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Watches the time of many at the cost of the few that are due: a wheel with a slot for each tick, and in
/// each slot a ring of timers. Starting and cancelling a timer is a matter of two links, however many
/// there are. (Varghese and Lauck, "Hashed and Hierarchical Timing Wheels", 1987.)
///
/// Restarting, which happens with every request, only notes the new time: the timer stays where it is and
/// moves on when the wheel comes by. Timers fire late by up to two ticks and never early. Loop thread
/// only.
public final class TimerWheel implements Timeouts {
    private static final long TICK = Duration.ofMillis(50).toNanos();
    private static final int SLOTS = 2048;
    private static final int NEVER = Integer.MAX_VALUE;

    private final LongSupplier clock;
    private final long start;
    private final Timer[] slots = new Timer[SLOTS];
    private int currentTick;
    private int running;

    public TimerWheel() {
        this(System::nanoTime);
    }

    /// @param clock counts nanoseconds from wherever it likes, as [System#nanoTime] does
    TimerWheel(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Timer(() -> {});
        }
    }

    @Override
    public Timer start(Duration time, Expiring expiring) {
        var timer = new Timer(expiring);
        timer.restart(time);
        return timer;
    }

    /// Turns the wheel to the present.
    ///
    /// @param due gets the timers whose time is over, each of which is to be fired
    // tag::turn[]
    public void turn(Consumer<Timer> due) {
        int presentTick = presentTick();
        int firstTick = Math.max(currentTick + 1, presentTick - SLOTS + 1);
        currentTick = presentTick;
        for (int tick = firstTick; tick <= presentTick; tick++) {
            visit(slotOf(tick), due);
        }
    }

    // end::turn[]

    // tag::visit[]
    private void visit(Timer slot, Consumer<Timer> due) {
        for (var timer = slot.next; timer != slot; ) {
            var next = timer.next;
            timer.unlink();
            if (timer.deadlineTick <= currentTick) {
                due.accept(timer);
            } else if (timer.deadlineTick != NEVER) {
                timer.linkTo(slotOf(timer.deadlineTick));
            }
            timer = next;
        }
    }

    // end::visit[]

    /// How long the loop may sleep without being late for a timer: zero stands for ever, as it does for
    /// [java.nio.channels.Selector#select(long)].
    public long millisToSleep() {
        if (running == 0) {
            return 0;
        }
        long nextTick = start + (currentTick + 1L) * TICK;
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextTick - clock.getAsLong()) + 1);
    }

    private int presentTick() {
        return (int) ((clock.getAsLong() - start) / TICK);
    }

    private Timer slotOf(int tick) {
        return slots[tick % SLOTS];
    }

    /// One timer, or the fixed point of a slot's ring. Every connection has one, so it counts its ticks in an
    /// `int`, which lasts for three years: a `long` would cost each idle client eight bytes more.
    public final class Timer implements Timeout {
        private final Expiring expiring;
        private Timer previous = this;
        private Timer next = this;
        private int slotTick = NEVER;
        private int deadlineTick = NEVER;

        private Timer(Expiring expiring) {
            this.expiring = expiring;
        }

        // tag::restart[]
        @Override
        public void restart(Duration time) {
            deadlineTick = presentTick() + Math.toIntExact(time.toNanos() / TICK) + 2;
            if (deadlineTick < slotTick) {
                unlink();
                linkTo(slotOf(deadlineTick));
            }
        }

        // end::restart[]

        @Override
        public void pause() {
            deadlineTick = NEVER;
        }

        @Override
        public void cancel() {
            deadlineTick = NEVER;
            unlink();
        }

        /// Does what was to be done, unless there has been a sign of life since the time was over.
        public void fire() {
            if (deadlineTick <= currentTick) {
                deadlineTick = NEVER;
                expiring.expire();
            }
        }

        private void linkTo(Timer slot) {
            previous = slot;
            next = slot.next;
            previous.next = this;
            next.previous = this;
            slotTick = deadlineTick;
            running++;
        }

        private void unlink() {
            if (slotTick == NEVER) {
                return;
            }
            previous.next = next;
            next.previous = previous;
            previous = this;
            next = this;
            slotTick = NEVER;
            running--;
        }
    }
}
