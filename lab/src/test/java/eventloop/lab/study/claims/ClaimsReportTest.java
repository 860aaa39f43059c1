package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.ResultKeeper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsReportTest {
    private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream());

    private static final Provenance HERE =
            new Provenance(Instant.EPOCH, "cpu", 2, 1, "Linux", "JDK", "c", "./course claims");

    @TempDir private Path course;

    @ParameterizedTest
    @CsvSource({
        "0, HOLDS HOLDS",
        "1, HOLDS DOES_NOT_HOLD",
        "1, DOES_NOT_HOLD CANNOT_TELL",
        "1, CANNOT_TELL DOES_NOT_HOLD",
        "2, CANNOT_TELL HOLDS",
        "2, HOLDS CANNOT_TELL"
    })
    void theExitStatusIsThatOfTheWorstVerdict(int status, String verdicts) {
        var report = report();
        for (var verdict : verdicts.split(" ")) {
            report.add(result(Verdict.valueOf(verdict)));
        }

        assertThat(report.exitStatus()).isEqualTo(status);
    }

    private ClaimsReport report() {
        var keeper =
                new ResultKeeper<ClaimsResult>(
                        "claims",
                        new ResultFiles(course),
                        Optional.empty(),
                        NOBODY,
                        (_, _) -> Optional.empty());
        return new ClaimsReport(HERE, Map.of(), Optional.empty(), keeper, NOBODY);
    }

    @Test
    void aResultTellsOfWhichVersionOtherServersAre() {
        var before = new ClaimsResult(HERE, Map.of("nginx", "nginx 1.22.1"), List.of());
        var later = new ClaimsResult(HERE, Map.of("node", "node 20.20.2"), List.of());

        assertThat(before.and(later).shown())
                .contains("Other servers: nginx 1.22.1, node 20.20.2. cpu, 2 processors");
    }

    /// Who repeats only what was not told finds by chance more that holds.
    @Test
    void aResultTellsWhichClaimsWerePutToTheTestAgain() {
        var once = new ClaimsResult(HERE, List.of(result(Verdict.CANNOT_TELL)));
        var again = new ClaimsResult(HERE, List.of(result(Verdict.HOLDS)));

        assertThat(once.shown()).doesNotContain("several runs");
        assertThat(once.and(again).shown())
                .contains("several runs the last one is shown: X01 (2).");
        assertThat(once.and(again).and(again).shown()).contains("shown: X01 (3).");
    }

    /// They may be those of a server, as it ended.
    @Test
    void wordsOfOthersDoNotTearTheTable() {
        var broken =
                ExampleResult.of(List.of(), Verdict.CANNOT_TELL, "usage: [--http1|--http2]\nbye");

        assertThat(new ClaimsResult(HERE, List.of(broken)).shown())
                .contains("| **cannot tell here**: usage: [--http1\\|--http2] bye |\n");
    }

    private static ClaimResult result(Verdict verdict) {
        return ExampleResult.of(List.of(), verdict);
    }
}
