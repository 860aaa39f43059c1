package eventloop.lab.show.watch;

import static eventloop.lab.show.watch.Activity.ACCEPT;
import static eventloop.lab.show.watch.Activity.CACHE;
import static eventloop.lab.show.watch.Activity.EVENT;
import static eventloop.lab.show.watch.Activity.HANDLE;
import static eventloop.lab.show.watch.Activity.JOB;
import static eventloop.lab.show.watch.Activity.READ;
import static eventloop.lab.show.watch.Activity.RECEIVE;
import static eventloop.lab.show.watch.Activity.SEND;
import static eventloop.lab.show.watch.Activity.TIMERS;
import static eventloop.lab.show.watch.Activity.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.LargeFile;
import eventloop.lab.show.watch.Sight.Stretch;
import eventloop.lab.show.watch.Sight.Visit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What can be seen of each step while clients come: all that it does, done by the threads that its drawing shows.
class WatchedStepsTest {
    private static final Path COURSE = Path.of("..").toAbsolutePath().normalize();
    private static final Attendance ATTENDANCE = new Attendance(3, 60);

    @TempDir private static Path site;

    @BeforeAll
    static void makeSite() throws Exception {
        Files.writeString(site.resolve("index.html"), "a page");
        LargeFile.makeIn(site);
    }

    static Stream<Arguments> steps() {
        var blocking = EnumSet.of(RECEIVE, HANDLE, SEND, READ);
        var alone = EnumSet.of(EVENT, ACCEPT, TIMERS, RECEIVE, HANDLE, SEND, READ);
        var loop = EnumSet.of(EVENT, ACCEPT, TIMERS, RECEIVE, SEND);
        var helper = EnumSet.of(JOB, HANDLE, READ);
        var caching = EnumSet.of(EVENT, ACCEPT, TIMERS, RECEIVE, SEND, CACHE);
        var transferring = EnumSet.of(EVENT, ACCEPT, TIMERS, RECEIVE, SEND, CACHE, TRANSFER);
        return Stream.of(
                Arguments.of(1, blocking, Set.of()),
                Arguments.of(2, blocking, Set.of()),
                Arguments.of(3, alone, Set.of()),
                Arguments.of(4, alone, Set.of()),
                Arguments.of(5, loop, helper),
                Arguments.of(6, caching, helper),
                Arguments.of(7, transferring, helper));
    }

    /// @param expected of the loop, or of the connections' threads where there is no loop
    @ParameterizedTest
    @MethodSource("steps")
    @Execution(ExecutionMode.CONCURRENT)
    void eachThreadIsSeenAtWhatItDoes(int step, Set<Activity> expected, Set<Activity> ofHelpers)
            throws Exception {
        try (var server = WatchedServer.start(step(step), site, ATTENDANCE, Instant.now())) {
            server.visitors().send(Errand.LARGE);

            await().untilAsserted(() -> {
                assertThat(activities(server, false)).isEqualTo(expected);
                assertThat(activities(server, true)).isEqualTo(ofHelpers);
            });
            assertThat(visits(server)).extracting(Visit::outcome).containsOnly("HTTP/1.1 200 OK");
        }
    }

    private static boolean isHelper(String thread) {
        return thread.startsWith("helper-");
    }

    private static Step step(int number) throws Exception {
        return Step.in(COURSE).get(number - 1);
    }

    private static Set<Activity> activities(WatchedServer server, boolean ofHelpers) {
        return stretches(server)
                .filter(stretch -> isHelper(stretch.thread()) == ofHelpers)
                .map(Stretch::activity)
                .collect(Collectors.toSet());
    }

    private static Stream<Stretch> stretches(WatchedServer server) {
        return sights(server).filter(Stretch.class::isInstance).map(Stretch.class::cast);
    }

    private static List<Visit> visits(WatchedServer server) {
        return sights(server).filter(Visit.class::isInstance).map(Visit.class::cast).toList();
    }

    private static Stream<Sight> sights(WatchedServer server) {
        return server.sightings().since(0).sights().stream();
    }
}
