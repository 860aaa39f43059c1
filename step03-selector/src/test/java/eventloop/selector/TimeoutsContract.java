package eventloop.selector;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.selector.Timeouts.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the connections may expect of any watch over their time, however it is kept. Its clock goes on where the test
/// lets it.
public abstract class TimeoutsContract {
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONGER = Duration.ofMillis(400);
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    /// By how much they may be late.
    private static final Duration MOST_LATE = Duration.ofMillis(100);

    private static final long SEED = 20180401;

    private final List<String> expired = new ArrayList<>();
    private Timeouts timeouts;

    /// In nanoseconds.
    private long now;

    protected abstract Timeouts newTimeouts(LongSupplier clock);

    /// Has those expire whose time is over, as the loop does on each round.
    protected abstract void goRound();

    @BeforeEach
    void begin() {
        timeouts = newTimeouts(() -> now);
    }

    protected final void letPass(Duration time) {
        now += time.toNanos();
    }

    private Timeout start(Duration time, String name) {
        return timeouts.start(time, () -> expired.add(name));
    }

    private void goRoundUntil(BooleanSupplier condition) {
        for (int rounds = 0; !condition.getAsBoolean(); rounds++) {
            assertThat(rounds).as("milliseconds that have passed").isLessThan(10_000);
            letPass(MILLISECOND);
            goRound();
        }
    }

    @Test
    void expireOnceAndNotBeforeTheirTime() {
        start(SHORT, "short");
        letPass(SHORT.minus(MILLISECOND));
        goRound();
        assertThat(expired).isEmpty();
        letPass(MILLISECOND.plus(MOST_LATE));
        goRound();
        assertThat(expired).containsExactly("short");
        start(LONGER, "longer");
        goRoundUntil(() -> expired.contains("longer"));
        assertThat(expired).containsExactly("short", "longer");
    }

    @Test
    void areInTimeWheneverTheyBegin() {
        for (int millis = 1; millis <= 200; millis++) {
            var time = Duration.ofMillis(millis);
            var name = "after " + millis;
            start(time, name);
            letPass(time.minus(MILLISECOND));
            goRound();
            assertThat(expired).doesNotContain(name);
            letPass(MILLISECOND.plus(MOST_LATE));
            goRound();
            assertThat(expired).contains(name);
        }
    }

    @Test
    void countFromTheirLastRestart() {
        var restarted = start(SHORT, "restarted");
        start(SHORT, "short");
        restarted.restart(LONGER);
        goRoundUntil(() -> expired.contains("restarted"));
        assertThat(expired).containsExactly("short", "restarted");
    }

    @Test
    void mayBeRestartedToASoonerTime() {
        var restarted = start(Duration.ofDays(1), "restarted");
        start(LONGER, "longer");
        restarted.restart(SHORT);
        goRoundUntil(() -> expired.contains("longer"));
        assertThat(expired).containsExactly("restarted", "longer");
    }

    @Test
    void doNothingOnceCancelled() {
        start(SHORT, "cancelled").cancel();
        start(LONGER, "longer");
        goRoundUntil(() -> expired.contains("longer"));
        assertThat(expired).containsExactly("longer");
    }

    @Test
    void mayBeRestartedAfterTheyHaveExpired() {
        var timeout = start(SHORT, "again");
        goRoundUntil(() -> expired.size() == 1);
        timeout.restart(SHORT);
        goRoundUntil(() -> expired.size() == 2);
        assertThat(expired).containsExactly("again", "again");
    }

    @Test
    void mayCancelThemselvesAsTheyExpire() {
        var all = new ArrayList<Timeout>();
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            all.add(
                    timeouts.start(
                            SHORT,
                            () -> {
                                expired.add("" + number);
                                all.get(number).cancel();
                            }));
        }
        goRoundUntil(() -> expired.size() >= 1_000);
        assertThat(expired).doesNotHaveDuplicates();
    }

    @Test
    void mayCancelEachOtherAsTheyExpire() {
        var all = new ArrayList<Timeout>();
        for (int i = 0; i < 10; i++) {
            all.add(
                    timeouts.start(
                            SHORT,
                            () -> {
                                expired.add("the first");
                                all.forEach(Timeout::cancel);
                            }));
        }
        goRoundUntil(() -> !expired.isEmpty());
        start(SHORT, "later");
        goRoundUntil(() -> expired.contains("later"));
        assertThat(expired).containsExactly("the first", "later");
    }

    @Test
    void mayStartOthersAsTheyExpire() {
        timeouts.start(SHORT, () -> start(SHORT, "second"));
        goRoundUntil(() -> expired.contains("second"));
    }

    @Test
    void ofThousandsExactlyThoseExpireThatShould() {
        var random = new SplittableRandom(SEED);
        var due = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            var timeout = start(SHORT.plusMillis(random.nextInt(300)), "" + i);
            switch (random.nextInt(3)) {
                case 0 -> timeout.cancel();
                case 1 -> timeout.restart(Duration.ofHours(1 + random.nextInt(100)));
                default -> due.add("" + i);
            }
        }
        start(Duration.ofMillis(700), "the last");
        goRoundUntil(() -> expired.contains("the last"));
        assertThat(expired).hasSize(due.size() + 1).containsAll(due);
    }
}
