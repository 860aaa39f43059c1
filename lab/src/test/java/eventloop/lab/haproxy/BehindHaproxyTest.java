package eventloop.lab.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.measure.load.Clients;
import eventloop.lab.measure.load.LoadEvent;
import eventloop.lab.measure.load.LoadGenerator;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.server.FreePort;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Programs;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.server.Variant;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.SizedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three processes of step 7 behind HAProxy, under load while something happens to one of them. Every request takes the
/// disk 20 ms, so that some are on the way at any moment; each client has one on the way at most.
///
/// HAProxy gives a server half a second for its check, and takes one down that needs longer twice. So these are alone:
/// beside other tests a server may be late that is well.
@Tag("timing")
class BehindHaproxyTest {
    private static final int CLIENTS = 24;
    private static final double REQUESTS_A_SECOND = 150;
    private static final double SECONDS = 2.5;

    /// In which all three are restarted, one after the other.
    private static final double LONG_SECONDS = 6;

    private static final List<String> NAMES = List.of("one", "two", "three");

    @TempDir private Path directory;
    private Path site;
    private final List<RunningServer> servers = new ArrayList<>();
    private Balancer balancer;
    private LoadGenerator load;

    @BeforeEach
    void startAll() throws Exception {
        var haproxy = Programs.find("haproxy");
        assumeThat(haproxy).isPresent();
        site = SizedFiles.make(directory, List.of(1024L));
        Files.writeString(site.resolve("index.html"), "asked for by HAProxy's checks");
        startTogether();
        int front = FreePort.choose();
        balancer =
                Balancer.start(
                        haproxy.get().toString(),
                        front,
                        servers.stream().map(RunningServer::address).toList(),
                        directory);
        for (var name : NAMES) {
            awaitUp(name);
        }
        load = new LoadGenerator(plan(front));
    }

    @AfterEach
    void endAll() {
        if (load != null) {
            load.close();
        }
        if (balancer != null) {
            balancer.close();
        }
        servers.forEach(RunningServer::close);
    }

    @Test
    void ofOneThatIsKilledIsLostOnlyWhatWasOnTheWayThere() throws Exception {
        var result = underLoad(SECONDS);
        signal("KILL", servers.getFirst());

        expectLostAtTheFirst(result.join());
    }

    @Test
    void ofOneThatStandsStillIsLostOnlyWhatWasOnTheWayThere() throws Exception {
        var result = underLoad(SECONDS);
        signal("STOP", servers.getFirst());
        try {
            expectLostAtTheFirst(result.join());
        } finally {
            signal("CONT", servers.getFirst());
        }
    }

    @Test
    void aRollingRestartOfAllLosesNothing() throws Exception {
        var result = underLoad(LONG_SECONDS);
        for (int i = 0; i < NAMES.size(); i++) {
            var name = NAMES.get(i);
            balancer.set(name, "drain");
            await().until(() -> balancer.underWay(name) == 0);
            int port = servers.get(i).address().getPort();
            servers.get(i).close();
            servers.set(i, start(port));
            balancer.set(name, "ready");
            awaitUp(name);
        }

        assertThat(result).as("the load, when the last one is up").isNotDone();
        expectLost(result.join(), 0);
    }

    /// HAProxy answers only once it has started.
    private void awaitUp(String name) {
        await().ignoreExceptionsInstanceOf(IOException.class).until(() -> balancer.isUp(name));
    }

    /// Each client has one request on the way at most; the least loaded server gets the next, so the first never has more
    /// than its third of them. None is lost at the others. What is lost at the first HAProxy does not count whole: of a
    /// request on a connection that it has used before, it only closes the client's.
    private void expectLostAtTheFirst(PhaseResult result) throws Exception {
        await().until(() -> balancer.isDown("one"));
        expectLost(result, CLIENTS / NAMES.size());
        assertThat(balancer.brokenOff("two") + balancer.brokenOff("three")).isZero();
    }

    private static void expectLost(PhaseResult result, int most) {
        assertThat(result.failed()).as("lost: %s", result.failures()).isLessThanOrEqualTo(most);
        assertThat(result.answered() + result.failed()).isGreaterThan(100);
    }

    /// Begins the load, and returns when the first requests have been counted.
    private CompletableFuture<PhaseResult> underLoad(double seconds) {
        var counting = new CompletableFuture<Void>();
        var phase = new Phase.OpenLoop(REQUESTS_A_SECOND, 0.5, seconds);
        var result =
                CompletableFuture.supplyAsync(() ->
                        load.run(
                                phase,
                                event -> {
                                    if (event instanceof LoadEvent.CountingBegun) {
                                        counting.complete(null);
                                    }
                                }));
        counting.join();
        return result;
    }

    private void startTogether() throws Exception {
        Callable<RunningServer> one = () -> start(0);
        try (var starters = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var started : starters.invokeAll(Collections.nCopies(NAMES.size(), one))) {
                servers.add(started.get());
            }
        }
    }

    private RunningServer start(int port) throws Exception {
        var step07 = Step.in(Path.of("..")).getLast();
        var options =
                List.of("--port", String.valueOf(port), "--cache", "0", "--slow-disk", "*=20");
        return RunningServer.start(
                new Variant(step07, step07.name(), options), site, Placement.ANYWHERE);
    }

    private LoadPlan plan(int port) {
        return new LoadPlan(
                "127.0.0.1",
                port,
                Clients.keepAlive(CLIENTS),
                List.of(),
                10,
                2018,
                Mix.sizes(site, Map.of(1024L, 1)));
    }

    private static void signal(String name, RunningServer server) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid())).start();

        assertThat(kill.waitFor()).isZero();
    }
}
