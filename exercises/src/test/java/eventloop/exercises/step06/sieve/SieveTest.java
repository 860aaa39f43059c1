package eventloop.exercises.step06.sieve;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.cache.Cache;
import eventloop.cache.CacheEntry;
import eventloop.cache.CacheOptions;
import eventloop.cache.EvictionPolicy;
import eventloop.cache.LeastRecentlyUsed;
import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.exercises.Why;
import eventloop.exercises.step06.Replay;
import eventloop.exercises.step06.Trace;
import eventloop.server.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

@Tag("6.2")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SieveTest {
    private static final int ROOM = 200;

    private final TreeSet<String> kept = new TreeSet<>();
    private final Cache<String, String> cache = new Cache<>(3, new Checked(), kept::remove);

    @Test
    @Order(1)
    @DisplayName("if nobody is asked for, the oldest goes")
    @Why("the hand begins at the oldest")
    void oldest() {
        store("a", "b", "c", "d");
        assertThat(kept).as("kept").hasToString("[b, c, d]");
    }

    @Test
    @Order(2)
    @DisplayName("who was asked for stays, once")
    @Why("the hand takes the mark away and goes on")
    void visited() {
        store("a", "b", "c");
        cache.find("a");
        store("d");
        assertThat(kept).as("kept").hasToString("[a, c, d]");
    }

    @Test
    @Order(3)
    @DisplayName("the hand goes on from where it stopped")
    @Why("a newcomer that nobody wants is met before one that has proved itself")
    void hand() {
        store("a", "b", "c");
        cache.find("a");
        store("d", "e", "f");
        assertThat(kept).as("kept").hasToString("[a, e, f]");
    }

    @Test
    @Order(4)
    @DisplayName("if all were asked for, the hand comes round")
    @Why("it has taken every mark by then")
    void round() {
        store("a", "b", "c");
        List.of("a", "b", "c").forEach(cache::find);
        store("d");
        assertThat(kept).as("kept").hasToString("[b, c, d]");
    }

    @Test
    @Order(5)
    @DisplayName("who is asked for stays in its place in the line")
    @Why("a hit moves nobody: the oldest is the one that came first, whoever was asked for last")
    void place() {
        store("a", "b", "c");
        List.of("c", "b", "a").forEach(cache::find);
        store("d");
        assertThat(kept).as("kept").hasToString("[b, c, d]");
    }

    @Test
    @Order(6)
    @DisplayName("who was asked for twice has one mark, as everybody else")
    @Why("a page that was popular once has to go when nobody asks for it any more")
    void twice() {
        store("a", "b", "c");
        List.of("a", "a", "b", "c").forEach(cache::find);
        store("d");
        assertThat(kept).as("kept").hasToString("[b, c, d]");
    }

    @Test
    @Order(7)
    @DisplayName("when the one at which the hand points goes by itself, the hand steps on")
    @Why("a file may be deleted at any time, and the hand must not point at nobody")
    void removed() {
        store("a", "b", "c");
        cache.find("a");
        store("d"); // The hand stands at c now.
        cache.remove("c");
        store("e", "f");
        assertThat(kept).as("kept").hasToString("[a, e, f]");
    }

    @Test
    @Order(8)
    @DisplayName("when another one goes by itself, the hand stays where it is")
    @Why("whoever it jumps over is not looked at for a whole round")
    void anotherRemoved() {
        store("a", "b", "c");
        cache.find("a");
        store("d"); // The hand stands at c now.
        cache.remove("d");
        store("e", "f");
        assertThat(kept).as("kept").hasToString("[a, e, f]");
    }

    @Test
    @Order(9)
    @DisplayName("on the given trace it finds more than LRU")
    @Why("pages that are asked for once push nobody out")
    void trace(TestReporter reporter) {
        var trace = Trace.given();
        double sieve = Replay.hitRatio(trace, ROOM, new Sieve());
        double lru = Replay.hitRatio(trace, ROOM, new LeastRecentlyUsed());
        double optimum = Replay.optimum(trace, ROOM);
        reporter.publishEntry("found by SIEVE, of 100", "%.1f".formatted(100 * sieve));
        reporter.publishEntry("found by LRU, of 100", "%.1f".formatted(100 * lru));
        reporter.publishEntry("found by the optimum, of 100", "%.1f".formatted(100 * optimum));
        assertThat(sieve).as("found by SIEVE, of 1").isGreaterThan(lru + 0.01);
        assertThat(sieve).as("found by SIEVE, of 1").isLessThan(optimum);
    }

    @Test
    @Order(10)
    @DisplayName("in the server of step 6 a page comes twice")
    @Why("the policy has to fit the cache it was written for")
    void server(@TempDir Path site) throws Exception {
        Files.writeString(site.resolve("page.html"), "a page");
        try (var server =
                        Main.start(
                                TestSettings.serving(site), CommandLine.parse(CacheOptions.ALL));
                var client = RawClient.to(server.address())) {
            assertThat(client.get("/page.html").text()).as("page").isEqualTo("a page");
            assertThat(client.get("/page.html").text()).as("page").isEqualTo("a page");
        }
    }

    private void store(String... names) {
        for (var name : names) {
            kept.add(name);
            cache.store(name, name, 1);
        }
    }

    /// Yours. A cache whose policy names one who has gone asks again, for ever.
    private static final class Checked implements EvictionPolicy {
        private final EvictionPolicy yours = new Sieve();
        private final Set<CacheEntry<?, ?>> there =
                Collections.newSetFromMap(new IdentityHashMap<>());

        @Override
        public void added(CacheEntry<?, ?> entry) {
            there.add(entry);
            yours.added(entry);
        }

        @Override
        public void used(CacheEntry<?, ?> entry) {
            yours.used(entry);
        }

        @Override
        public void removed(CacheEntry<?, ?> entry) {
            there.remove(entry);
            yours.removed(entry);
        }

        @Override
        public CacheEntry<?, ?> victim() {
            var victim = yours.victim();
            assertThat(there.contains(victim) ? "one who is there" : "one who has gone")
                    .as("the hand points at")
                    .isEqualTo("one who is there");
            return victim;
        }
    }
}
