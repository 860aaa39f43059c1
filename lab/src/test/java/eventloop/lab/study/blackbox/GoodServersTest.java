package eventloop.lab.study.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.rival.Rivals;
import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Step;
import eventloop.lab.study.check.CheckSite;
import eventloop.lab.study.peers.PeerServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that are good are found to be so, as far as they go: each promise that one of them breaks here it really
/// breaks.
@Tag("waiting")
class GoodServersTest {
    private static final Path COURSE = Path.of("..");

    private static final Declared NOTHING = new Declared(Optional.empty(), Optional.empty());

    /// Of those that come with a language, as their one command starts them; and of node, by the course's small one.
    private static final Map<String, Integer> LEVELS =
            Map.of("jwebserver", 1, "Python's http.server", 1, "node", 3);

    /// So many beside each other; most of their time they wait.
    private static final int AT_ONCE = 8;

    @TempDir private static Path directory;

    private static CheckSite site;
    private static List<Step> steps;
    private static ServerUnderTest nginx;

    /// By the names of servers and the levels they were put to.
    private static Map<String, Future<List<String>>> broken;

    @BeforeAll
    static void inspectAll() throws Exception {
        Files.writeString(directory.resolve("README.md"), "not for everybody");
        site = CheckSite.in(directory.resolve("site"));
        Files.writeString(site.root().resolve("index.html"), "<title>The index</title>");
        steps = Step.in(COURSE);
        nginx = Rivals.in(COURSE).named(List.of("nginx")).getFirst();
        broken = new HashMap<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var peer : PeerServer.installed(COURSE)) {
                if (LEVELS.containsKey(peer.name())) {
                    int level = LEVELS.get(peer.name());
                    broken.put(
                            peer.name(), threads.submit(() -> inspect(peer.server(), level, true)));
                }
            }
            // The more levels, the longer it takes: those begin first.
            broken.put("nginx", threads.submit(() -> inspect(nginx, Level.ALL.size())));
            for (var step : steps.reversed()) {
                broken.put(
                        step.name(),
                        threads.submit(() -> inspect(BriefJvm.of(step), step.number())));
            }
            broken.put("pool", threads.submit(() -> inspect(BriefJvm.of(steps.get(1)), 3)));
        }
    }

    @Test
    void eachStepReachesItsLevel() throws Exception {
        for (var step : steps) {
            assertThat(broken.get(step.name()).get()).as(step.name()).isEmpty();
        }
    }

    @Test
    void aPoolDoesNotReachTheThirdLevel() throws Exception {
        assertThat(broken.get("pool").get())
                .containsExactly("500 silent clients do not hold up the next");
    }

    @Test
    void nginxReachesTheLastLevel() throws Exception {
        assumeThat(nginx.missing()).isEmpty();
        assertThat(broken.get("nginx").get()).isEmpty();
    }

    /// Its one thread waits for whoever has sent half a request, or does not read.
    @Test
    void theJdksOwnServerHasOneThreadAndNeedsNoHost() throws Exception {
        assertThat(broken.get("jwebserver").get())
                .containsExactly(
                        "a request without Host is refused",
                        "half a request does not hold up the next",
                        "a client that does not read does not hold up the next");
    }

    /// It speaks HTTP/1.0, unless it is told otherwise.
    @Test
    void pythonsOwnServerClosesBehindEachAnswerAndNeedsNoHost() throws Exception {
        assumeThat(broken).as("python3 is not installed").containsKey("Python's http.server");
        assertThat(broken.get("Python's http.server").get())
                .containsExactly(
                        "a connection serves one request after another",
                        "requests sent at once are answered in order",
                        "a request without Host is refused");
    }

    @Test
    void nodeReachesTheThirdLevel() throws Exception {
        assumeThat(broken).as("node is not installed").containsKey("node");
        assertThat(broken.get("node").get()).isEmpty();
    }

    /// @return the first promise that is broken, if there is one
    private static List<String> inspect(ServerUnderTest server, int level) throws Exception {
        return inspect(server, level, false);
    }

    /// @param goesOn also behind a broken promise
    /// @return the promises that are broken
    private static List<String> inspect(ServerUnderTest server, int level, boolean goesOn)
            throws Exception {
        try (var running = RunningServer.start(server, site.root(), Placement.ANYWHERE)) {
            var names = new ArrayList<String>();
            new Inspection(running.address(), site, NOTHING, level, goesOn)
                    .run(
                            new Inspection.Listener() {
                                @Override
                                public void level(Level reached) {}

                                @Override
                                public void outcome(Promise promise, Outcome outcome) {
                                    if (outcome instanceof Outcome.Broken) {
                                        names.add(promise.name());
                                    }
                                }
                            });
            return names;
        }
    }
}
