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
}
