package eventloop.eventqueue;

import eventloop.selector.Timeouts;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Watches the time of many at the cost of the few that are due: a wheel with a slot for each tick, and in
/// each slot a ring of timers. Starting and cancelling a timer is a matter of two links, however many
/// there are. (Varghese and Lauck, "Hashed and Hierarchical Timing Wheels", 1987.)
///
/// Restarting, which happens with every request, only notes the new time: the timer stays where it is and
/// moves on when the wheel comes by. Timers fire late by up to two ticks, later if the loop is busy, and never
/// early. The wheel stands still until one of them may be due, so that clients who are silent cost no processor
/// time, however many there are. Loop thread only.
public final class TimerWheel implements Timeouts {
    private static final long TICK = Duration.ofMillis(50).toNanos();
    private static final int SLOTS = 2048;
    private static final int NEVER = Integer.MAX_VALUE;

    private final LongSupplier clock;
    private final long start;

    /// Of each slot, a timer that is never due: the slot's timers and it are linked to a ring, which so is never empty.
    private final Timer[] rings = new Timer[SLOTS];

    /// Of each slot, the first tick for which a timer was put there. It may be gone by then: that costs a look.
    private final int[] firstTicks = new int[SLOTS];

    /// The first tick for which any slot has to be visited.
    private int nextTick = NEVER;

    private int currentTick;
    private int linked;

    public TimerWheel() {
        this(System::nanoTime);
    }

    /// @param clock counts nanoseconds from wherever it likes, as [System#nanoTime] does
    TimerWheel(LongSupplier clock) {
        this.clock = clock;
        this.start = clock.getAsLong();
        for (int i = 0; i < SLOTS; i++) {
            rings[i] = new Timer(() -> {});
        }
        Arrays.fill(firstTicks, NEVER);
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
    void turn(Consumer<Timer> due) {
        currentTick = presentTick();
        if (nextTick > currentTick) {
            return;
        }
        // After a whole round every slot has been visited.
        int lastTick = Math.min(currentTick, nextTick + SLOTS - 1);
        for (int tick = nextTick; tick <= lastTick; tick++) {
            visit(slotOf(tick), due);
        }
        nextTick = Arrays.stream(firstTicks).min().orElseThrow();
    }

    // end::turn[]

    // tag::visit[]
    private void visit(int slot, Consumer<Timer> due) {
        firstTicks[slot] = NEVER;
        var ring = rings[slot];
        for (var timer = ring.next; timer != ring; ) {
            var next = timer.next;
            timer.unlink();
            if (timer.deadlineTick <= currentTick) {
                handOver(timer, due);
            } else {
                timer.link();
            }
            timer = next;
        }
    }

    // end::visit[]

    /// Where no memory is left to take note of it, it stays due.
    private static void handOver(Timer timer, Consumer<Timer> due) {
        try {
            due.accept(timer);
        } catch (OutOfMemoryError full) {
            timer.link();
            throw full;
        }
    }

    /// How long the loop may sleep without being late for a timer: zero stands for ever, as it does for
    /// [java.nio.channels.Selector#select(long)].
    long millisToSleep() {
        if (linked == 0) {
            return 0;
        }
        long next = start + nextTick * TICK;
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(next - clock.getAsLong()) + 1);
    }

    private int presentTick() {
        return (int) ((clock.getAsLong() - start) / TICK);
    }

    private static int slotOf(int tick) {
        return tick % SLOTS;
    }

    /// One timer, or the fixed point of a slot's ring. Every connection has one, so it counts its ticks in an
    /// `int`, which lasts for three years: a `long` would cost each idle client eight bytes more.
    public final class Timer implements Timeout {
        private final Expiring expiring;
        private Timer previous = this;
        private Timer next = this;

        /// The tick of the slot it is linked into, never later than `deadlineTick`; `NEVER` where it is in no slot.
        private int slotTick = NEVER;

        /// The tick at which its time is over: later than `slotTick` once it has been restarted. `NEVER` where it does
        /// not run, and then it is in no slot.
        private int deadlineTick = NEVER;

        private Timer(Expiring expiring) {
            this.expiring = expiring;
        }

        // tag::restart[]
        @Override
        public void restart(Duration time) {
            // One tick more since the division rounds down, and one since a part of the present
            // tick is over.
            deadlineTick = presentTick() + Math.toIntExact(time.toNanos() / TICK) + 2;
            // It hangs in a later slot; or in none, and `slotTick` is NEVER, later than all.
            if (deadlineTick < slotTick) {
                unlink();
                link();
            }
        }

        // end::restart[]

        @Override
        public void cancel() {
            deadlineTick = NEVER;
            unlink();
        }

        /// Does what was to be done, unless there has been a sign of life since the time was over.
        void fire() {
            if (deadlineTick <= currentTick) {
                deadlineTick = NEVER;
                expiring.expire();
            }
        }

        private void link() {
            int slot = slotOf(deadlineTick);
            previous = rings[slot];
            next = previous.next;
            previous.next = this;
            next.previous = this;
            slotTick = deadlineTick;
            firstTicks[slot] = Math.min(firstTicks[slot], slotTick);
            nextTick = Math.min(nextTick, slotTick);
            linked++;
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
            linked--;
        }
    }
}
