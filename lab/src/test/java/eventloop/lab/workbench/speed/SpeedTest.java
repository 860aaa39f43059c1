package eventloop.lab.workbench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.Provenances;
import eventloop.lab.measure.server.PlainFileServer;
import eventloop.lab.measure.server.WithFlags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {
    @TempDir private Path directory;

    @Test
    void unknownWorksAreAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Speed.at(List.of("tiny"), 3))
                .hasMessageStartingWith("there is no work 'tiny'; there are small, middle, pages");
        assertThat(Speed.at(List.of("start"), 3).expected()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void habitsAreTriedOnlyWhereTheyAreNamed() {
        var usual = Speed.at(List.of(), 5).expected();
        var tried = Speed.at(List.of("tried"), 5).expected();
        assertThat(Speed.at(List.of("small", "tried"), 5).expected()).isGreaterThan(tried);
        assertThat(usual)
                .isEqualTo(Speed.at(Works.usual().stream().map(Work::name).toList(), 5).expected());
    }

    /// A server gives no lasting validator to a file that has just been changed.
    @Test
    void filesAreOld() throws Exception {
        Field.makeFiles(directory);

        assertThat(Files.getLastModifiedTime(directory.resolve("1024.bin")).toInstant())
                .isBefore(Instant.now().minus(Duration.ofDays(365)));
    }

    @Test
    void flagTakesThePlaceOfTheUsualOne() {
        var command = List.of("java", "-XX:+UseSerialGC", "-XX:+UseThis", "-Xmx512m", "-jar", "x");

        assertThat(with("-XX:+UseG1GC", command))
                .containsExactly("java", "-XX:+UseThis", "-Xmx512m", "-XX:+UseG1GC", "-jar", "x");
        assertThat(with("-XX:-UseThis", command))
                .containsExactly(
                        "java", "-XX:+UseSerialGC", "-Xmx512m", "-XX:-UseThis", "-jar", "x");
        assertThat(with("-XX:+UseThat", command))
                .startsWith("java", "-XX:+UseSerialGC", "-XX:+UseThis", "-Xmx512m", "-XX:+UseThat");
        // The JVM takes the last of what is about the same.
        assertThat(with("-XX:MaxHeapSize=4g", command))
                .endsWith("-Xmx512m", "-XX:MaxHeapSize=4g", "-jar", "x");
        assertThat(with("-Xmx1G", command)).doesNotContain("-Xmx512m");
    }

    private static List<String> with(String flag, List<String> command) {
        return new WithFlags(new PlainFileServer(), List.of(flag)).in(command);
    }

    @Test
    void barsAreReadAsTheyWereStored() {
        var stored =
                """
                {"work":"w","bar":"b","measured":"1","outcome":"MET","remark":"","rounds":[
                {"server":"step07","requestsPerSecond":1,"meanMillis":1,"p99Millis":1,
                "processorMicros":1,"processorShare":1}]}\
                """;
        var bar = Json.read(stored, Bar.class);
        assertThat(bar.figures()).isEmpty();
        assertThat(bar.rounds().getFirst().latenessMillis()).isEmpty();
        assertThat(Json.read(Json.line(bar), Bar.class)).isEqualTo(bar);
    }

    /// When the median alone decided, rounds that did not agree were stored as a bar that is met.
    @Test
    void barsThatWereStoredAreJudgedAnew() {
        var rounds = Stream.of(3., 3., 1., 2., 2., 2.).map(SpeedTest::round).toList();
        var growing =
                new Bar("a", new Growth(1.1).words(), "1", Bar.Outcome.MET, "", rounds, List.of());
        var requests =
                new Bar(
                        "b",
                        Requirement.over("nginx", Quantity.REQUESTS, 1.1).words(),
                        "1.5",
                        Bar.Outcome.MET,
                        "",
                        rounds,
                        List.of());

        var result = result("./course speed", growing, requests);

        assertThat(result.bars())
                .extracting(Bar::outcome)
                .containsExactly(Bar.Outcome.MET, Bar.Outcome.CANNOT_TELL);
        assertThat(result.bars().getLast().remark())
                .isEqualTo("reached in 2 of 3 rounds; the median is between 0.5 and 1.5");
        assertThat(result("./course speed", result.bars().toArray(Bar[]::new)).bars())
                .isEqualTo(result.bars());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.15, AgainstWork.LEAST})
    void whatARequirementSaysCanBeReadAgain(double least) {
        assertThat(Quantity.values())
                .flatExtracting(quantity ->
                        List.of(
                                Requirement.over("step07, mapped files", quantity, least),
                                new Requirement("step01", "nginx", quantity, least)))
                .allSatisfy(required ->
                        assertThat(Requirement.read(required.words())).contains(required));
        assertThat(Requirement.read(new Growth(2).words())).isEmpty();
        assertThat(Requirement.read("heap for each ≤ 700 bytes")).isEmpty();
    }

    private static Round round(double rate) {
        return new Round(
                "",
                rate,
                1,
                1,
                1,
                1,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    @Test
    void figuresWithoutABarHaveATableOfTheirOwn() {
        var bars =
                List.of(
                        bar("a", Bar.Outcome.MET),
                        bar("b", Bar.Outcome.NO_BAR),
                        bar("c", Bar.Outcome.CANNOT_TELL));
        var result = new SpeedResult(Provenances.of("./course speed"), Map.of(), bars);

        assertThat(SpeedTable.markdown(result))
                .isEqualTo(
                        """
                        | work | bar | measured |  | remark |
                        |---|---|---|---|---|
                        | a | ≥ 1 | 2 | met | – |
                        | c | ≥ 1 | 2 | **cannot tell** | – |

                        | what | figure | measured | remark |
                        |---|---|---|---|
                        | b | ≥ 1 | 2 | – |\
                        """);
        assertThat(SpeedTable.of(result)).contains("cannot tell");
    }

    @Test
    void whatIsMeasuredAgainTakesThePlaceOfWhatWasKept() {
        var before = result("./course speed", bar("a", Bar.Outcome.MET), bar("b", Bar.Outcome.MET));
        var both = before.and(result("./course speed b", bar("b", Bar.Outcome.MISSED)));

        assertThat(both.bars())
                .containsExactly(bar("a", Bar.Outcome.MET), bar("b", Bar.Outcome.MISSED));
        assertThat(both.earlier()).containsExactly(before.provenance());
    }

    @Test
    void versionsOfOtherServersAreKeptAndShown() {
        var before = result("./course speed", Map.of("nginx", "nginx 1.22.1, 4 years old"));
        var later = result("./course speed small", Map.of("h2o", "h2o 2.2.5, 7 years old"));

        var both = before.and(later);

        assertThat(Json.read(Json.indented(both), SpeedResult.class)).isEqualTo(both);
        assertThat(both.shown())
                .contains(
                        "\n\nOther servers: h2o 2.2.5, 7 years old; nginx 1.22.1, 4 years old.\n\n");
    }

    @Test
    void resultsThatWereStoredWithoutVersionsAreRead() {
        var result = result("./course speed", bar("a", Bar.Outcome.MET));
        var stored = Json.line(result).replace("\"versions\":{},", "");

        assertThat(stored).doesNotContain("versions");
        assertThat(Json.read(stored, SpeedResult.class)).isEqualTo(result);
        assertThat(result.shown()).doesNotContain("Other servers");
    }

    private static SpeedResult result(String command, Bar... bars) {
        return result(command, Map.of(), bars);
    }

    private static SpeedResult result(String command, Map<String, String> versions, Bar... bars) {
        return new SpeedResult(Provenances.of(command), versions, List.of(bars));
    }

    private static Bar bar(String work, Bar.Outcome outcome) {
        return new Bar(work, "≥ 1", "2", outcome, "–", List.of(), List.of());
    }
}
