package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Companions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that the talk of 2018 and the course say about performance has its experiment.
class CoursesLedgerTest {
    private static final Duration FOR_FURTHER_ROUNDS = Duration.ofMinutes(5);

    private static final double SECONDS_UNTIL_COMPILED = 5;

    private List<Claim> claims;

    @BeforeEach
    void read() throws Exception {
        claims = Ledger.read(Path.of("claims.yaml")).claims();
    }

    @ParameterizedTest
    @CsvSource({
        "1 Problem raised,           many clients are served",
        "2 Existing problems,        A pool of N threads serves N clients at once",
        "2 Existing problems,        Blocking I/O leaves the processor idle",
        "2 Existing problems,        context switch for each request",
        "2 Existing problems,        nearly without context switches",
        "3 Approach,                 the event loop serves them with a handful",
        "3 Approach,                 does not care how many silent clients",
        "'3, 4 Approach and architecture', the loop takes the next job at once",
        "'3, 4 Approach and architecture', A worker enqueues what it has read",
        "9 Demo plan,                below 1 MiB cost less processor time from a cache",
        "9 Demo plan,                LRU keeps the right ones more often than FIFO",
        "9 Demo plan,                1 MiB and more go straight from disk to socket",
        "9 Demo plan,                '1,000 clients the mean response time reaches at least 80 %'",
        "9 Demo plan,                '5,000 clients the mean response time reaches at least 80 %'",
        "9 Demo plan,                '10,000 clients the mean response time reaches at least 80 %'",
        "9 Demo plan,                '50,000 connected clients'",
        "9 Demo plan,                '100,000 connected clients'",
        "9 Demo plan,                '500,000 connected clients'",
        "10 The Connection header,   Keeping the connection (keep-alive) saves"
    })
    void everySlideThatSpeaksOfPerformanceIsPutToTheTest(String slide, String words) {
        assertThat(claims)
                .filteredOn(claim -> claim.slide().equals(slide))
                .extracting(Claim::sentence)
                .anyMatch(sentence -> sentence.contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        "S02, step01, step02",
        "S03, step02, step03",
        "S04, step03, step04",
        "S05, step04, step05",
        "S06, step05, step06",
        "S07, step06, step07"
    })
    void everyStepIsHeldAgainstTheOneBefore(String id, String before, String step) {
        assertThat(claims)
                .filteredOn(claim -> claim.id().equals(id))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.lesson()).isEqualTo(step);
                    assertThat(claim.experiment().first().server()).isEqualTo(before);
                    assertThat(claim.experiment().second().server()).isEqualTo(step);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Without idle clients, with a few busy ones, a selector is no faster",
                "The event queue itself costs nothing",
                "The way of large files saves nothing on a small one",
                "a mapped file costs more processor time than transferTo",
                "virtual threads answer as fast as the loop",
                "FIFO is as good as LRU",
                "More helpers than the disk can use bring nothing"
            })
    void whereAPieceDoesNotHelpIsShownOnPurpose(String words) {
        assertThat(claims)
                .filteredOn(claim -> claim.id().startsWith("N"))
                .extracting(Claim::sentence)
                .anyMatch(sentence -> sentence.contains(words));
    }

    @Test
    void everyClaimIsASentenceAndSaysWhenItCannotBeTold() {
        assertThat(claims)
                .allSatisfy(claim -> {
                    assertThat(claim.sentence()).endsWith(".");
                    assertThat(claim.cannotTell()).endsWith(".");
                    assertThat(claim.experiment().first())
                            .isNotEqualTo(claim.experiment().second());
                });
    }

    /// What a JVM's compilers take is processor time of its server, too.
    @Test
    void whereProcessorTimeIsReadServersAreWarmedUntilMostIsCompiled() {
        assertThat(claims)
                .filteredOn(claim -> claim.experiment().figure() == Figure.PROCESSOR)
                .isNotEmpty()
                .flatExtracting(
                        claim -> claim.experiment().first(), claim -> claim.experiment().second())
                .map(Side.class::cast)
                .allSatisfy(side ->
                        assertThat(side.load().warmUp())
                                .isGreaterThanOrEqualTo(SECONDS_UNTIL_COMPILED));
    }

    /// Who compiles late must not look slow beside a program of another kind.
    @Test
    void besideAnotherProgramServersAreWarmedUntilMostIsCompiled() {
        assertThat(claims)
                .filteredOn(claim -> !claim.servers().allMatch(server -> server.startsWith("step")))
                .isNotEmpty()
                .flatExtracting(
                        claim -> claim.experiment().first(), claim -> claim.experiment().second())
                .map(Side.class::cast)
                .allSatisfy(side ->
                        assertThat(side.load().warmUp())
                                .isGreaterThanOrEqualTo(SECONDS_UNTIL_COMPILED));
    }

    /// A server sends those home who say nothing: they have to outstay the whole experiment.
    @Test
    void whoIsThereAndSaysNothingIsNotSentHomeForIt() {
        assertThat(claims)
                .flatExtracting(
                        claim -> claim.experiment().first(), claim -> claim.experiment().second())
                .map(Side.class::cast)
                .filteredOn(side -> side.load().beside().stream().anyMatch(this::isQuiet))
                .isNotEmpty()
                .allSatisfy(side -> assertThat(side.options()).contains("--idle-timeout"));
    }

    private boolean isQuiet(Companions companions) {
        return companions instanceof Companions.Idle || companions instanceof Companions.Silent;
    }

    /// Some experiments take nine rounds instead of five: there has to be time for these in what a student is told, and
    /// not much more.
    @Test
    void allOfThemLeaveTimeForFurtherRounds() throws Exception {
        var usual = Ledger.read(Path.of("claims.yaml")).named(List.of());
        MeasuredSide.Starter nobody = _ -> FakeSide.of();

        assertThat(new Trials(usual, nobody).expected())
                .isBetween(
                        asTold().minus(FOR_FURTHER_ROUNDS.multipliedBy(2)),
                        asTold().minus(FOR_FURTHER_ROUNDS));
    }

    private static Duration asTold() throws IOException {
        var told =
                Pattern.compile("All together they take some (\\d+) minutes")
                        .matcher(Files.readString(Path.of("README.md")));
        assertThat(told.find()).as("lab/README.md tells how long all claims take").isTrue();
        return Duration.ofMinutes(Long.parseLong(told.group(1)));
    }
}
