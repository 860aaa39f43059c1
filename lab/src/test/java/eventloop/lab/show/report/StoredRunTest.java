package eventloop.lab.show.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import eventloop.lab.measure.result.Json;
import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.ClaimsResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredRunTest {
    @TempDir private Path directory;

    @Test
    void aFolderGivesAllThatIsInIt() throws Exception {
        for (var name : List.of("compare.json", "claims.json", "check.json", "speed.json")) {
            Files.copy(Examples.file(name), directory.resolve(name));
        }

        assertThat(StoredRun.read(List.of(directory))).isEqualTo(Examples.all());
    }

    @Test
    void aFileIsKnownByWhatIsInIt() throws Exception {
        var renamed = Files.copy(Examples.file("claims.json"), directory.resolve("mine.json"));

        assertThat(StoredRun.read(List.of(renamed))).isEqualTo(ReportData.of(Examples.claims()));
    }

    /// Each command gathers what its run has found in a report.
    @Test
    void allClaimsAreThereThatWereEverPutToTheTest() throws Exception {
        var claims = Examples.claims().claims();
        assertThat(claims).hasSizeGreaterThan(1);
        for (var claim : claims) {
            var found = new ClaimsResult(Examples.claims().provenance(), List.of(claim));
            var run = directory.resolve("run-" + claim.id());
            Report.write(run, ReportData.of(found));
            Files.writeString(run.resolve("claims.json"), Json.indented(found));
        }

        var all = StoredRun.all(directory, complaint -> fail(complaint));

        assertThat(all.claims().orElseThrow().claims())
                .extracting(ClaimResult::id)
                .containsExactlyInAnyOrderElementsOf(claims.stream().map(ClaimResult::id).toList());
        assertThat(all.claims().orElseThrow().repeated()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "7",
                "no JSON at all",
                "{}",
                "{\"measurements\": []}",
                "{\"measurements\": 7}",
                "{\"claims\": []}",
                "{\"comparison\": 7}"
            })
    void aDamagedFileCostsOneLineThatNamesIt(String content) throws Exception {
        var file = Files.writeString(directory.resolve("damaged.json"), content);

        assertOneLine(file);
    }

    @Test
    void halfAFileCostsOneLineThatNamesIt() throws Exception {
        var whole = Files.readString(Examples.file("compare.json"));
        var file =
                Files.writeString(
                        directory.resolve("half.json"), whole.substring(0, whole.length() / 2));

        assertOneLine(file);
    }

    /// Older versions of the course stored less.
    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"burst\": 1",
                ", \"largeFileClients\": 8",
                "\"processes\":1,",
                "\"beginning\": {\"patienceSeconds\": 5.0, \"mostWarmUpSeconds\": 12}, "
            })
    void aResultThatLacksAPartCostsOneLineThatNamesIt(String part) throws Exception {
        var whole = Files.readString(Examples.file("compare.json"));
        assertThat(whole).contains(part);

        assertOneLine(Files.writeString(directory.resolve("old.json"), whole.replace(part, "")));
    }

    @Test
    void aPictureCostsOneLineThatNamesIt() throws Exception {
        assertOneLine(
                Files.write(directory.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N'}));
    }

    @Test
    void whatIsNotThereCostsOneLineThatNamesIt() {
        assertOneLine(directory.resolve("nowhere.json"));
    }

    @Test
    void aFolderWithoutResultsCostsOneLineThatNamesIt() {
        assertOneLine(directory);
    }

    @Test
    void twoComparisonsAreNotOneRun() {
        var file = Examples.file("compare.json");

        assertThatThrownBy(() -> StoredRun.read(List.of(file, file)))
                .isInstanceOf(UnreadableResultException.class)
                .hasMessageContainingAll("compare.json", "--merge");
    }

    private static void assertOneLine(Path place) {
        assertThatThrownBy(() -> StoredRun.read(List.of(place)))
                .isInstanceOf(UnreadableResultException.class)
                .message()
                .contains(place.toString())
                .hasLineCount(1);
    }
}
