package eventloop.eventqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eventloop.eventqueue.TimerWheel.Timer;
import eventloop.selector.Timeouts;
import eventloop.selector.TimeoutsContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/// The watch that looks only at those whose time may be over.
class TimerWheelTest extends TimeoutsContract {
    /// Two ticks of the wheel.
    private static final Duration SOON = Duration.ofMillis(100);

    /// What is started for [#SOON] is up to two ticks late, and the loop sleeps for whole milliseconds.
    private static final long MILLIS_UNTIL_SOON = SOON.multipliedBy(2).plusMillis(1).toMillis();

    private final List<String> fired = new ArrayList<>();
    private TimerWheel wheel;

    @Override
    protected Timeouts newTimeouts(LongSupplier clock) {
        wheel = new TimerWheel(clock);
        return wheel;
    }

    /// As the loop does it: those who are due are events in its queue first.
    @Override
    protected void goRound() {
        var due = new ArrayList<Timer>();
        wheel.turn(due::add);
        due.forEach(Timer::fire);
    }

    /// Lets time go by, and collects who is due without firing.
    private Timer turnUntilOneIsDue() {
        var due = new ArrayList<Timer>();
        letPass(SOON.multipliedBy(4));
        wheel.turn(due::add);
        return due.getFirst();
    }

    @Test
    void aTimerRestartedWhileItsEventWaitsInTheQueueDoesNotFire() {
        var timer = wheel.start(SOON, () -> fired.add("restarted"));
        var due = turnUntilOneIsDue();
        timer.restart(SOON.multipliedBy(3));
        due.fire();
        assertThat(fired).isEmpty();
        turnUntilOneIsDue().fire();
        assertThat(fired).containsExactly("restarted");
    }

    @Test
    void aTimerCancelledWhileItsEventWaitsInTheQueueDoesNotFire() {
        var timer = wheel.start(SOON, () -> fired.add("cancelled"));
        var due = turnUntilOneIsDue();
        timer.cancel();
        due.fire();
        assertThat(fired).isEmpty();
    }

    @Test
    void aTimerThatIsDueTwiceFiresOnce() {
        wheel.start(SOON, () -> fired.add("once"));
        var due = turnUntilOneIsDue();
        due.fire();
        due.fire();
        assertThat(fired).containsExactly("once");
    }

    @Test
    void aTimerOfWhichNobodyCanTakeNoteStaysDue() {
        wheel.start(SOON, () -> fired.add("late"));
        letPass(SOON.multipliedBy(3));
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> wheel.turn(TimerWheelTest::runOutOfMemory));
        turnUntilOneIsDue().fire();
        assertThat(fired).containsExactly("late");
    }

    private static void runOutOfMemory(Timer due) {
        throw new OutOfMemoryError("a test's own want of memory");
    }

    @Test
    void theLoopMaySleepForeverWhenNoTimerRuns() {
        assertThat(wheel.millisToSleep()).isZero();
        var timer = wheel.start(SOON, () -> {});
        assertThat(wheel.millisToSleep()).isBetween(1L, MILLIS_UNTIL_SOON);
        timer.cancel();
        assertThat(wheel.millisToSleep()).isZero();
    }

    @Test
    void theLoopNeverSleepsForeverWhileATimerRuns() {
        var timer = wheel.start(Duration.ofDays(1), () -> {});
        assertThat(wheel.millisToSleep()).isPositive();
        timer.restart(Duration.ofDays(2));
        assertThat(wheel.millisToSleep()).isPositive();
        timer.restart(SOON);
        assertThat(wheel.millisToSleep()).isPositive();
    }

    /// Or thousands of silent clients would wake it twenty times a second.
    @Test
    void theLoopSleepsUntilTheFirstTimerMayBeDue() {
        var soon = wheel.start(SOON, () -> {});
        wheel.start(Duration.ofHours(1), () -> fired.add("after an hour"));
        soon.restart(Duration.ofHours(2));
        assertThat(wheel.millisToSleep()).isLessThanOrEqualTo(MILLIS_UNTIL_SOON);

        letPass(SOON.multipliedBy(2));
        goRound();

        assertThat(wheel.millisToSleep())
                .isGreaterThan(Duration.ofMinutes(59).toMillis())
                .isLessThan(Duration.ofMinutes(61).toMillis());
        letPass(Duration.ofMinutes(61));
        goRound();
        assertThat(fired).containsExactly("after an hour");
        assertThat(wheel.millisToSleep()).isGreaterThan(Duration.ofMinutes(58).toMillis());
    }

    @Test
    void aLongTurnMissesNobody() {
        for (int ticks = 1; ticks <= 5; ticks++) {
            var name = "after " + ticks;
            wheel.start(SOON.multipliedBy(ticks), () -> fired.add(name));
        }
        letPass(SOON.multipliedBy(8));
        goRound();
        assertThat(fired)
                .containsExactlyInAnyOrder("after 1", "after 2", "after 3", "after 4", "after 5");
    }

    @Test
    void timeThatPassesBetweenTwoTurnsDoesNotCountForATimerStartedLater() {
        letPass(SOON.multipliedBy(6));
        wheel.start(SOON.multipliedBy(3), () -> fired.add("early"));
        goRound();
        assertThat(fired).isEmpty();
    }
}
