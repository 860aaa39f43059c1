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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.LargeFile;
import eventloop.lab.show.watch.Sight.Stretch;
import eventloop.lab.show.watch.Sight.Visit;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    /// Only the moments differ from which on each is there.
    @Test
    void serversSideBySideAreVisitedAtTheSameTimes() throws Exception {
        var begin = Instant.now();
        try (var first = WatchedServer.start(step(3), site, ATTENDANCE, begin);
                var second = WatchedServer.start(step(4), site, ATTENDANCE, begin)) {
            await().until(() -> dues(second).size() >= 10);
            var dues = dues(second);

            await().untilAsserted(() -> assertThat(dues(first)).containsAll(dues));
        }
    }

    @Test
    void whoRanAlreadyGoesOnAsBefore() throws Exception {
        try (var running = RunningServer.start(step(5), site, Placement.ANYWHERE)) {
            try (var watched = join(running.pid(), running.address())) {
                await().untilAsserted(() ->
                        assertThat(activities(watched, false)).contains(Activity.EVENT));
            }

            assertThat(running.isAlive()).isTrue();
            assertThat(Java.jcmd(running.pid(), "JFR.check")).contains("No available recordings");
        }
    }

    /// A program in another language may end when a JVM would answer.
    @Test
    void whoIsNoJavaOfThisCourseIsNotAsked() throws Exception {
        try (var running = RunningServer.start(step(5), site, Placement.ANYWHERE)) {
            var other = Children.start(List.of(), List.of("sleep", "60"));
            try {
                assertThatThrownBy(() -> join(other.pid(), running.address()))
                        .hasMessageEndingWith("is not run by the Java of this course");
                assertThat(other.isAlive()).isTrue();
            } finally {
                other.destroy();
            }
        }
    }

    private static WatchedServer join(long pid, URI address) throws Exception {
        return WatchedServer.join("mine", pid, address, ATTENDANCE, Instant.now());
    }

    private static List<Double> dues(WatchedServer server) {
        return visits(server).stream()
                .filter(visit -> visit.errand() == Errand.PAGE)
                .map(Visit::begin)
                .toList();
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
