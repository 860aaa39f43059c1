package eventloop.exercises.step06.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.cache.Cache;
import eventloop.cache.LeastRecentlyUsed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which promises does a cache make? Write a test for each.
@Tag("6.4")
class CacheHuntTest {
    private static final long BUDGET = 10;

    private final List<String> letGo = new ArrayList<>();
    private final Cache<String, String> cache =
            new Cache<>(BUDGET, new LeastRecentlyUsed(), letGo::add);

    @Test
    void whatIsStoredIsFound() {
        cache.store("a", "apple", 1);

        assertThat(cache.find("a")).contains("apple");
    }

    // tag::solution[]

    @Test
    void theBudgetIsNeverExceeded() {
        cache.store("a", "apple", 6);
        cache.store("b", "banana", 6);

        assertThat(cache.weight()).isLessThanOrEqualTo(BUDGET);
    }

    @Test
    void whatFitsExactlyIsStored() {
        cache.store("a", "apple", BUDGET);

        assertThat(cache.find("a")).contains("apple");
    }

    @Test
    void toFindIsToUse() {
        cache.store("a", "apple", 5);
        cache.store("b", "banana", 5);
        cache.find("a");
        cache.store("c", "cherry", 5);

        assertThat(cache.find("a")).contains("apple");
        assertThat(cache.find("b")).isEmpty();
    }

    @Test
    void whoHasGoneWeighsNothing() {
        cache.store("a", "apple", 4);
        cache.remove("a");

        assertThat(cache.weight()).isZero();
    }

    @Test
    void everybodyWhoDoesNotStayIsLetGo() {
        cache.store("a", "apple", 1);
        cache.store("a", "apricot", 1);
        cache.store("b", "banana", BUDGET + 1);

        assertThat(letGo).containsExactly("apple", "banana");
    }
    // end::solution[]
}
