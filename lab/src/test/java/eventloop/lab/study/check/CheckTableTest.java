package eventloop.lab.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.Provenances;
import eventloop.lab.study.check.CheckResult.Description;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTableTest {
    private static final CheckResult RESULT =
            new CheckResult(
                    Provenances.of("./course check"),
                    List.of(1, 2, 3),
                    List.of(
                            new Description(
                                    "it answers", "A client asks, and is answered.", List.of()),
                            new Description(
                                    "it is quick",
                                    "A client asks, and has no time.",
                                    List.of(ExpectedRed.inSteps(1, 2, "it thinks first")))),
                    List.of(
                            new Cell("it answers", 1, false, Finding.GREEN),
                            new Cell("it answers", 2, false, Finding.red("silence")),
                            new Cell("it answers", 3, false, Finding.unknown("no sockets")),
                            new Cell("it is quick", 1, true, Finding.red("1 s")),
                            new Cell("it is quick", 2, true, Finding.GREEN),
                            new Cell("it is quick", 3, false, Finding.GREEN)));

    @Test
    void showsTheLegendTheTableAndEverySurprise() {
        assertThat(CheckTable.of(RESULT))
                .isEqualTo(
                        """
                        it answers
                            A client asks, and is answered.
                        it is quick
                            A client asks, and has no time.
                            ✗ 1–2  it thinks first

                        step         1   2  3
                        ─────────────────────
                        it answers   ✓  ✗!  ?
                        it is quick  ✗  ✓!  ✓

                        ✓ it does   ✗ it does not, as expected   ! behind either: not as expected   ? cannot be told here

                        step 2, "it answers" is red, and was to be green: silence
                        step 3, "it answers" cannot be told here: no sockets
                        step 2, "it is quick" is green, and was to be red\
                        """);
    }

    @Test
    void aPageHasItAsMarkdown() {
        assertThat(RESULT.shown())
                .startsWith(
                        """
                        |  | 1 | 2 | 3 |
                        | --- | :-: | :-: | :-: |
                        | it answers | ✓ | ✗! | ? |
                        | it is quick | ✗ | ✓! | ✓ |
                        """)
                .contains(
                        "- **it is quick** – A client asks, and has no time. ✗ 1–2: it thinks first.");
    }

    @Test
    void aSurpriseMakesTheExitStatusOne() {
        assertThat(RESULT.exitStatus()).isEqualTo(1);
        assertThat(withOnly(RESULT.cells().getFirst()).exitStatus()).isZero();
    }

    private static CheckResult withOnly(Cell cell) {
        return new CheckResult(RESULT.provenance(), RESULT.steps(), RESULT.checks(), List.of(cell));
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Json.read(Json.indented(RESULT), CheckResult.class)).isEqualTo(RESULT);
    }
}
