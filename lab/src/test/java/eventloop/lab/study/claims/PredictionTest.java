package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PredictionTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Claim claim;

    @BeforeEach
    void takeAClaim() throws Exception {
        claim = Ledger.read(Path.of("claims.yaml")).named(List.of("C08")).getFirst();
    }

    @Test
    void asksForTheRatioInTheWordsOfTheClaim() {
        assertThat(answering("4.5\n").ask(claim)).hasValue(4.5);
        assertThat(shown())
                .contains("C08  Jobs that would block go to helpers")
                .contains("first:  step05, 16 helpers")
                .contains("how many times the second's requests/s is the first's? your guess: ");
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
                new BufferedReader(new StringReader(lines)),
                new PrintStream(shown, true, StandardCharsets.UTF_8));
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
