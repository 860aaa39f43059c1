package eventloop.lab.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.Provenances;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.measure.server.DyingServer;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.PlainFileServer;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Step;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.Page;
import eventloop.lab.study.compare.Measurement.NotTimed;
import eventloop.lab.study.compare.Measurement.Timed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final ServerUnderTest PLAIN = new PlainFileServer();
    private static final ServerUnderTest DEAD = new Step(9, "step09-dead", Path.of("nowhere.jar"));

    private static final Provenance HERE = Provenances.of("a test");
    private static final List<Integer> TEN_CLIENTS = List.of(10);
    private static final Beginning AT_ONCE = new Beginning(1, 0);
    private static final Beginning WITH_WARM_UP = new Beginning(1, 1);

    @TempDir private Path directory;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    private Path site;

    @BeforeEach
    void makeSite() throws Exception {
        site = Files.createDirectory(directory.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<p>a page");
        Files.writeString(site.resolve("style.css"), "p { color: red }");
    }

    @Test
    void timesAServerAndKeepsAllThatWasFound() throws Exception {
        var conditions = withAll(Mix.of(site), PLAIN);

        var measurements = compare(conditions, PLAIN);

        assertThat(measurements).singleElement();
        assertThat(measurements.getFirst().outcome()).isInstanceOf(Timed.class);
        var timed = (Timed) measurements.getFirst().outcome();
        assertThat(timed.open().answered()).isPositive();
        assertThat(timed.open().failures().byKind()).isEmpty();
        assertThat(timed.closed().failures().byKind()).isEmpty();
        assertThat(timed.heap()).isPresent();

        var result =
                new ComparisonResult(HERE, conditions, measurements, List.of(), Optional.empty());
        assertThat(Json.read(Json.indented(result), ComparisonResult.class)).isEqualTo(result);
        assertThat(timed.open().latency().decode().getTotalCount())
                .isEqualTo(timed.open().latency().count());
    }

    @Test
    void serverThatAnswersWrongIsNotTimed() throws Exception {
        var other = Files.writeString(directory.resolve("other.html"), "<p>another page");
        var pages = List.of(new Page("/index.html", other.toString(), 1));

        var measurements = compare(conditions(pages, PLAIN), PLAIN);

        assertThat(measurements.getFirst().outcome())
                .isEqualTo(new NotTimed("wrong bytes for /index.html"));
    }

    /// Java's own message is the file's name alone.
    @Test
    void whatIsWrongWithAFileIsSaid() throws Exception {
        var gone = directory.resolve("gone.html").toString();
        var pages = List.of(new Page("/index.html", gone, 1));

        assertThat(compare(conditions(pages, PLAIN), PLAIN).getFirst().outcome())
                .isEqualTo(new NotTimed("the measurement failed: there is no " + gone));
    }

    @Test
    void serverThatDoesNotStartLeavesTheOthersTheirRows() throws Exception {
        var conditions = conditions(Mix.of(site), DEAD, PLAIN);
        var report = report(conditions);

        run(conditions, report, DEAD, PLAIN);
        report.finish();

        assertThat(report.isComplete(Set.of())).isFalse();
        assertThat(report.isComplete(Set.of(DEAD.name()))).isTrue();
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.matches("step09-dead +step09-dead ended at once.*"))
                .anyMatch(line -> line.matches("plain +(≈ )?[0-9.]+ ms .*"));
    }

    /// The look whether it answers right takes three requests, and each of ten clients has an answer when it comes.
    @Test
    void serverThatDiesWhileItIsWarmedUpIsNotTimedAndItsLastWordsAreTold() throws Exception {
        var dying = new DyingServer(60);
        var conditions =
                conditions(Mix.of(site), TEN_CLIENTS, 1, WITH_WARM_UP, List.of(), false, dying);

        assertThat(compare(conditions, dying))
                .singleElement()
                .extracting(Measurement::outcome)
                .asInstanceOf(type(NotTimed.class))
                .extracting(NotTimed::reason)
                .asString()
                .startsWith("dying died while it was warmed up with status " + DyingServer.STATUS)
                .contains(DyingServer.LAST_WORDS);
    }

    @Test
    void endThatComesEarlyShowsWhatWasMeasuredAndOnlyOnce() throws Exception {
        var conditions = conditions(Mix.of(site), DEAD, PLAIN);
        var report = report(conditions);
        report.measured(new Measurement(DEAD.name(), 10, 1, new NotTimed("a reason")));

        report.finish();
        report.finish();

        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.endsWith("a reason"))
                .hasSize(1);
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("plain        not measured");
    }

    @Test
    void roundsAreInterleavedAndAnotherServerBeginsEach() throws Exception {
        var other = new Step(8, "step08-dead", Path.of("nowhere.jar"));
        var conditions = conditions(Mix.of(site), 2, DEAD, other);

        assertThat(compare(conditions, DEAD, other))
                .extracting(Measurement::round, Measurement::server)
                .containsExactly(
                        tuple(1, "step09-dead"),
                        tuple(1, "step08-dead"),
                        tuple(2, "step08-dead"),
                        tuple(2, "step09-dead"));
    }

    @Test
    void peaksAreMeasuredForEachSizeOfFile() throws Exception {
        var conditions = ofSizes(List.of(1024L, 1L << 20), PLAIN);
        var report = report(conditions);

        run(conditions, report, PLAIN);
        report.finish();

        assertThat(report.isComplete(Set.of())).isTrue();
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.matches("requests/s +1 KiB +1 MiB"))
                .anyMatch(line -> line.matches("plain +[0-9,]+\\*? +[0-9,]+\\*?"));
    }

    @Test
    void serverWhoseProcessCannotHoldAllClientsSaysSoAndIsNotTimed() throws Exception {
        var heard = new Heard(new ArrayList<>(), new ArrayList<>());

        run(conditions(Mix.of(site), PLAIN), heard, 9, PLAIN);

        assertThat(heard.measurements().getFirst().outcome())
                .isEqualTo(
                        new NotTimed(
                                "cannot take this level:"
                                        + " a process may have no more than 9 connections"));
    }

    @Test
    void savedResultsGoWhereGitSeesThem() throws Exception {
        var conditions = conditions(Mix.of(site), PLAIN);
        var report =
                new ComparisonReport(
                        HERE, conditions, keeper(Optional.of("two-cores")), ComparisonTable::of);
        report.measured(new Measurement(PLAIN.name(), 10, 1, new NotTimed("a reason")));

        report.finish();

        assertThat(directory.resolve("lab/results/two-cores.json")).exists();
        assertThat(directory.resolve("runs")).isNotEmptyDirectory();
    }

    private List<Measurement> compare(Conditions conditions, ServerUnderTest... servers)
            throws Exception {
        var heard = new Heard(new ArrayList<>(), new ArrayList<>());
        run(conditions, heard, servers);
        return heard.measurements();
    }

    private void run(
            Conditions conditions, Comparison.Listener listener, ServerUnderTest... servers)
            throws Exception {
        run(conditions, listener, 1000, servers);
    }

    private void run(
            Conditions conditions,
            Comparison.Listener listener,
            int connectionsPerProcess,
            ServerUnderTest... servers)
            throws Exception {
        var unread = new PrintStream(new ByteArrayOutputStream());
        var sized = directory.resolve("sized");
        try (var progress = new Progress(unread, false, conditions.expected())) {
            new Comparison(
                            List.of(servers),
                            conditions,
                            sized,
                            Placement.ANYWHERE,
                            progress,
                            connectionsPerProcess)
                    .run(listener);
        }
    }

    private record Heard(List<Measurement> measurements, List<Throughput> peaks)
            implements Comparison.Listener {
        @Override
        public void measured(Measurement responseTimes) {
            measurements.add(responseTimes);
        }

        @Override
        public void measured(Throughput peak) {
            peaks.add(peak);
        }
    }

    private Conditions conditions(List<Page> pages, ServerUnderTest... servers) {
        return conditions(pages, 1, servers);
    }

    private Conditions conditions(List<Page> pages, int rounds, ServerUnderTest... servers) {
        return conditions(pages, TEN_CLIENTS, rounds, AT_ONCE, List.of(), false, servers);
    }

    /// With a warm-up and a look at the heap, which take seconds.
    private Conditions withAll(List<Page> pages, ServerUnderTest... servers) {
        return conditions(pages, TEN_CLIENTS, 1, WITH_WARM_UP, List.of(), true, servers);
    }

    /// Peaks alone.
    private Conditions ofSizes(List<Long> fileSizes, ServerUnderTest... servers) {
        return conditions(List.of(), List.of(), 1, AT_ONCE, fileSizes, false, servers);
    }

    private Conditions conditions(
            List<Page> pages,
            List<Integer> clients,
            int rounds,
            Beginning beginning,
            List<Long> fileSizes,
            boolean looksAtHeaps,
            ServerUnderTest... servers) {
        return new Conditions(
                List.of(servers).stream().map(ServerUnderTest::name).toList(),
                Map.of(),
                clients,
                rounds,
                beginning,
                List.of(new Phase.ClosedLoop(0.2, 0.5, true), new Phase.OpenLoop(100, 0.2, 0.5)),
                fileSizes,
                4,
                2,
                new Phase.ClosedLoop(0.1, 0.3),
                looksAtHeaps,
                60,
                1,
                site.toString(),
                pages,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private ComparisonReport report(Conditions conditions) {
        return new ComparisonReport(
                HERE, conditions, keeper(Optional.empty()), ComparisonTable::of);
    }

    private ResultKeeper<ComparisonResult> keeper(Optional<String> name) {
        return new ResultKeeper<>(
                "compare",
                new ResultFiles(directory),
                name,
                out,
                (run, result) -> Optional.empty());
    }
}
