package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictionTest {
    private final StringWriter shown = new StringWriter();
    private Claim claim;

    @BeforeEach
    void takeAClaim() throws Exception {
        claim = Ledger.read(Path.of("claims.yaml")).named(List.of("C08")).getFirst();
    }

    @Test
    void asksInPlainWordsWhatIsDifferent() {
        assertThat(answering("4.5\n").ask(claim)).hasValue(4.5);
        assertThat(shown())
                .contains("A  step05, 16 helpers", "step05 --workers 16 --slow-disk *=5")
                .contains("B  step04, none")
                .contains("64 clients, each asks again as soon as it has its answer")
                .contains("How many requests a second are answered?")
                .contains("A's figure is how many times B's?");
    }

    /// Who has read "the loop takes the next job at once" does not guess any more.
    @Test
    void theSentenceIsNotShownBefore() throws Exception {
        for (var one : Ledger.read(Path.of("claims.yaml")).claims()) {
            answering("2\n").ask(one);
            assertThat(shown()).doesNotContain(one.sentence());
        }
    }

    @Test
    void understandsADecimalComma() {
        assertThat(answering("0,5\n").ask(claim)).hasValue(0.5);
    }

    @Test
    void asksAgainForWhatIsNoRatio() {
        assertThat(answering("many\n-3\n0\nNaN\n7\n").ask(claim)).hasValue(7);
        assertThat(shown().lines().filter(line -> line.contains("a number such as"))).hasSize(4);
    }

    @Test
    void takesAnEmptyLineAndTheEndForNoGuess() {
        assertThat(answering("\n").ask(claim)).isEmpty();
        assertThat(answering("").ask(claim)).isEmpty();
    }

    private Prediction answering(String lines) {
        return new Prediction(
                new BufferedReader(new StringReader(lines)), new PrintWriter(shown, true));
    }

    private String shown() {
        return shown.toString();
    }
}
