package eventloop.lab.study.blackbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.study.check.CheckSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Servers with one fault each, and one without: each breaks the promise that the fault is about, and no earlier
/// one.
@Tag("waiting")
class InspectionTest {
    /// Five hundred clients that come together, and the server's ends of their connections.
    private static final int OPEN_FILES_EACH = 1_000;

    /// So many beside each other as may have all their files open; most of their time they wait.
    private static final int AT_ONCE =
            Math.clamp(OpenFiles.connectionsWithin(OpenFiles.limit()) / OPEN_FILES_EACH, 1, 12);

    /// Only they have their timers looked at: that takes seconds.
    private static final Set<Fault> TIMED =
            EnumSet.of(Fault.NONE, Fault.TIMES_EACH_BYTE, Fault.BODY_TO_LATE_HEAD);

    /// The later the promise that is broken, the longer it takes to get there; without a fault, longest of all.
    private static final Comparator<Fault> LONGEST_FIRST =
            Comparator.comparing((Fault fault) -> fault != Fault.NONE)
                    .thenComparing(Comparator.reverseOrder());

    @TempDir private static Path directory;

    /// A promise that is broken, and the command that is told with it.
    private record Breach(String promise, String tryIt) {}

    private static Map<Fault, Future<List<Breach>>> broken;

    @BeforeAll
    static void inspectAll() throws Exception {
        Files.writeString(directory.resolve("README.md"), "not for everybody");
        var site = CheckSite.in(directory.resolve("site"));
        Files.writeString(site.root().resolve("index.html"), "<title>The index</title>");
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            broken =
                    Arrays.stream(Fault.values())
                            .sorted(LONGEST_FIRST)
                            .collect(
                                    toMap(
                                            Function.identity(),
                                            fault -> threads.submit(() -> inspect(fault, site))));
        }
    }

    /// @return the promises that are broken, which is one at most
    private static List<Breach> inspect(Fault fault, CheckSite site) throws Exception {
        var breaches = new ArrayList<Breach>();
        try (var server = new FaultyServer(site.root(), fault)) {
            new Inspection(server.address(), site, declared(fault), Level.ALL.size(), false)
                    .run(
                            new Inspection.Listener() {
                                @Override
                                public void level(Level level) {}

                                @Override
                                public void outcome(Promise promise, Outcome outcome) {
                                    if (outcome instanceof Outcome.Broken(var transcript)) {
                                        breaches.add(
                                                new Breach(promise.name(), transcript.tryIt()));
                                    }
                                }
                            });
        }
        return breaches;
    }

    private static Declared declared(Fault fault) {
        var timeout = Duration.ofSeconds(FaultyServer.REQUEST_TIMEOUT_SECONDS);
        return new Declared(
                Optional.of(FaultyFiles.SLOW),
                Optional.of(timeout).filter(_ -> TIMED.contains(fault)));
    }

    @ParameterizedTest
    @EnumSource
    void theServerBreaksThePromiseThatItsFaultIsAbout(Fault fault) throws Exception {
        assertThat(broken.get(fault).get())
                .extracting(Breach::promise)
                .isEqualTo(fault == Fault.NONE ? List.of() : List.of(fault.breaks()));
    }

    /// A page asked for alone comes from that server, too: it takes the others to see what is wrong.
    @ParameterizedTest
    @CsvSource({
        "DIES_OF_RESET, curl -s",
        "ONE_AT_A_TIME, ./course idle 1 --port",
        "ONE_READS, ./course idle 1 --half --port",
        "ONE_WRITES, curl --limit-rate 1k",
        "POOL, ./course idle 500 --port",
        "HUNDRED_READ, ./course idle 500 --half --port",
        "TEN_WRITE, for i in $(seq 20)",
        "LEAVES_LATE_READERS, curl -s"
    })
    void theCommandDoesWhatTheOthersDid(Fault fault, String beginning) throws Exception {
        assertThat(broken.get(fault).get())
                .extracting(Breach::tryIt)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith(beginning);
    }

    @Test
    void everyPromiseHasItsFault() {
        assertThat(Level.ALL)
                .flatExtracting(Level::promises)
                .extracting(Promise::name)
                .containsExactlyElementsOf(
                        Arrays.stream(Fault.values()).skip(1).map(Fault::breaks).toList());
    }
}
