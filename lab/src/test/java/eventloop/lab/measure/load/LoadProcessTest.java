package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.server.BriefJvm;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadProcessTest {
    /// What a JVM calls its counters of collections.
    private static final String YOUNG = "sun.gc.collector.0.invocations=";

    private static final String FULL = "sun.gc.collector.1.invocations=";

    /// Is not asked for anything.
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @TempDir private Path directory;

    @Test
    void doesOnePhaseAfterAnotherInAProcessOfItsOwn() throws Exception {
        try (var server = TinyServer.that(TinyServer::right)) {
            try (var load = Load.start(plan(server), Placement.ANYWHERE)) {
                var pids = load.pids().toList();
                assertThat(pids).singleElement().isNotEqualTo(ProcessHandle.current().pid());
                for (int phase = 0; phase < 2; phase++) {
                    var result = load.run(new Phase.OpenLoop(50, 0.1, 0.3), event -> {});
                    assertThat(result.failures().byKind()).isEmpty();
                    assertThat(result.answered()).isPositive();
                }
                assertThat(load.pids()).containsExactlyElementsOf(pids);
            }
        }
    }

    @Test
    void collectsGarbageBeforeAPhaseAndNotMeanwhile() throws Exception {
        int phases = 3;
        try (var server = TinyServer.that(TinyServer::right)) {
            try (var load = Load.start(plan(server), Placement.ANYWHERE)) {
                for (int phase = 0; phase < phases; phase++) {
                    load.run(new Phase.ClosedLoop(0, 0.2), event -> {});
                }

                assertThat(collections(load, YOUNG)).isZero();
                assertThat(collections(load, FULL)).isGreaterThanOrEqualTo(phases);
            }
        }
    }

    private static long collections(Load load, String kind) throws Exception {
        var counter =
                Java.jcmd(load.pids().findFirst().orElseThrow(), "PerfCounter.print")
                        .lines()
                        .filter(line -> line.startsWith(kind))
                        .findFirst()
                        .orElseThrow();
        return Long.parseLong(counter.substring(kind.length()));
    }

    @Test
    void failsWithTheProcessesOwnWordsInOneLine() {
        var nowhere = directory.resolve("nowhere.html");
        var pages = List.of(new Page("/page.html", nowhere.toString(), 1));

        assertThatThrownBy(() -> Load.start(plan(NOBODY, pages), Placement.ANYWHERE))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the load process ended with status 1:"
                                + " java.nio.file.NoSuchFileException: %s",
                        nowhere);
    }

    @Test
    void whatItsJvmSaysDoesNotStandAmongItsEvents() throws Exception {
        var moreThanItMayHave = List.of("-Xms2g", "-Xmx1g", "-version");

        var jvm = Children.run(UntoldLoad.jvm(LoadHeap.ROOMY), moreThanItMayHave);

        assertThat(jvm.output()).isEmpty();
        assertThat(jvm.errors()).contains("Error occurred during initialization of VM");
    }

    @Test
    void endsWhenWhoeverStartedItIsGone() throws Exception {
        try (var server = TinyServer.that(TinyServer::right)) {
            var process =
                    new ProcessBuilder(BriefJvm.running(LoadMain.class))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var told = process.inputReader();
                    var orders = process.outputWriter()) {
                orders.write(Json.line(Share.whole(plan(server))) + "\n");
                orders.write(Json.line(new Phase.ClosedLoop(0, 3_600)) + "\n");
                orders.flush();
                assertThat(told.readLine()).contains("ready");
                assertThat(told.readLine()).contains("begun");

                orders.close();

                assertThat(process.waitFor(Duration.ofSeconds(60))).isTrue();
                assertThat(process.exitValue()).isZero();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private LoadPlan plan(TinyServer server) throws IOException {
        return plan(server.address(), TinyServer.pages(directory));
    }

    private static LoadPlan plan(URI server, List<Page> pages) {
        return LoadPlan.keepAlive(server, 2, 60, 1, pages);
    }
}
