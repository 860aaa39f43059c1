package eventloop.lab.measure.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {
    private final StringWriter shown = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "2 2",
                "2000 2000",
                "2,000 2000",
                "2,000,000.5 2000000.5",
                "1,5 1.5",
                "0,125 0.125",
                "1.5 1.5"
            })
    void isReadAsItsWriterMeansIt(String typed, double meant) {
        assertThat(asking(typed)).hasValue(meant);
    }

    @Test
    void isAskedForAgainUntilItIsANumber() {
        assertThat(asking("a while\n-1\n3")).hasValue(3);
        assertThat(shown.toString()).containsSubsequence("such as 2", "such as 2");
    }

    @Test
    void isNotThereForAnEmptyLineAndAtTheEnd() {
        assertThat(asking("\n3")).isEmpty();
        assertThat(asking("")).isEmpty();
    }

    private OptionalDouble asking(String typed) {
        return new Guess("how many?", number -> number >= 0, "a number, such as 2")
                .ask(new BufferedReader(new StringReader(typed)), new PrintWriter(shown, true));
    }
}
