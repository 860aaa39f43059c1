package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is kept, how much of it, and who goes first.
class CacheTest {
    static Stream<EvictionPolicy> policies() {
        return Stream.of(new LeastRecentlyUsed(), new FirstInFirstOut());
    }

    /// Three places; A is asked for again and again, as the front page of a site is.
    @Test
    void aTraceOnWhichThePoliciesDiffer() {
        var trace = List.of("A", "B", "C", "A", "D", "A", "E", "A", "F", "A");
        assertThat(hits(new LeastRecentlyUsed(), trace)).isEqualTo(4);
        assertThat(hits(new FirstInFirstOut(), trace)).isEqualTo(3);
    }

    /// Going round and round through one file too many: each goes just before it is asked for again.
    @Test
    void aTraceOnWhichNeitherPolicyHelps() {
        var trace = List.of("A", "B", "C", "D", "A", "B", "C", "D", "A", "B", "C", "D");
        assertThat(hits(new LeastRecentlyUsed(), trace)).isZero();
        assertThat(hits(new FirstInFirstOut(), trace)).isZero();
    }

    private static int hits(EvictionPolicy policy, List<String> trace) {
        var cache = new Cache<String, String>(3, policy, _ -> {});
        int hits = 0;
        for (var key : trace) {
            if (cache.find(key).isPresent()) {
                hits++;
            } else {
                cache.store(key, key, 1);
            }
        }
        return hits;
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theBudgetIsNeverExceeded(EvictionPolicy policy) {
        var cache = new Cache<Integer, Integer>(1_000, policy, _ -> {});
        var random = new Random(6);
        for (int i = 0; i < 100_000; i++) {
            int key = random.nextInt(50);
            switch (random.nextInt(4)) {
                case 0 -> cache.remove(key);
                case 1 -> cache.find(key);
                default -> cache.store(key, i, random.nextInt(1_200));
            }
            assertThat(cache.weight()).isBetween(0L, 1_000L);
        }
        for (int key = 0; key < 50; key++) {
            cache.remove(key);
        }
        assertThat(cache.weight()).isZero();
        assertThat(cache.size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whatIsHeavierThanTheBudgetIsNotStoredAndNobodyGoesForIt(EvictionPolicy policy) {
        var cache = new Cache<String, String>(10, policy, _ -> {});
        cache.store("small", "stays", 10);
        cache.store("large", "never", 11);
        assertThat(cache.find("small")).contains("stays");
        assertThat(cache.find("large")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aKeyHoldsItsLastValueOnly(EvictionPolicy policy) {
        var cache = new Cache<String, String>(10, policy, _ -> {});
        cache.store("key", "old", 4);
        cache.store("key", "new", 5);
        assertThat(cache.find("key")).contains("new");
        assertThat(cache.weight()).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whatLeavesIsLetGoOnceHoweverItLeaves(EvictionPolicy policy) {
        var gone = new ArrayList<String>();
        var cache = new Cache<String, String>(10, policy, gone::add);
        cache.store("a", "evicted", 5);
        cache.store("b", "replaced", 5);
        cache.store("c", "removed", 5);
        cache.store("b", "stays", 5);
        cache.remove("c");
        cache.remove("c");
        cache.store("d", "too heavy", 11);
        assertThat(gone).containsExactly("evicted", "replaced", "removed", "too heavy");
    }

    /// As in the event queue: or an old one would keep all that go after it.
    @ParameterizedTest
    @MethodSource("policies")
    void whoHasGoneLeadsToNobody(EvictionPolicy policy) {
        var cache = new Cache<String, String>(2, policy, _ -> {});
        cache.store("a", "first", 1);
        cache.store("b", "second", 1);
        var first = policy.victim();
        cache.evict();
        assertThat(first.before).isSameAs(first);
        assertThat(first.behind).isSameAs(first);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void roomIsMadeForWhatIsToCome(EvictionPolicy policy) {
        var cache = new Cache<String, String>(10, policy, _ -> {});
        cache.store("a", "first", 5);
        cache.store("b", "second", 5);
        assertThat(cache.makeRoom(11)).isFalse();
        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.makeRoom(5)).isTrue();
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("b")).contains("second");
    }

    @Test
    void lruAgreesWithTheObviousAndSlowWayToDoIt() {
        var cache = new Cache<Integer, Integer>(8, new LeastRecentlyUsed(), _ -> {});
        var obvious = new ArrayDeque<Integer>();
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int key = random.nextInt(16);
            boolean expected = obvious.remove(key);
            obvious.addLast(key);
            if (obvious.size() > 8) {
                obvious.removeFirst();
            }
            assertThat(cache.find(key).isPresent()).isEqualTo(expected);
            if (!expected) {
                cache.store(key, key, 1);
            }
        }
    }
}
