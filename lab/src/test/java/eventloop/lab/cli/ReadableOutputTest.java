package eventloop.lab.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableOutputTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @Test
    void signsThatTheTerminalLacksAreWrittenWithSignsThatAreAlike() {
        assertThat(shown("✓ it does  ✗ it does not … 5 µs ≥ 3 × 1", US_ASCII))
                .isEqualTo("+ it does  - it does not ... 5 us >= 3 x 1");
    }

    @Test
    void barsStayBars() {
        assertThat(shown("███▌ 12", US_ASCII)).isEqualTo("#### 12");
    }

    @Test
    void whatTheTerminalHasIsLeftAsItIs() {
        assertThat(shown("5 µs ✗", ISO_8859_1)).isEqualTo("5 µs -");
    }

    @Test
    void whatIsLikeNothingIsAQuestionMark() {
        assertThat(shown("첫 번째", US_ASCII)).isEqualTo("? ??");
    }

    /// However the bytes of one sign come, and however many there are.
    @Test
    void signsMayComeInPieces() {
        var stream = new PrintStream(new ReadableOutput(terminal, US_ASCII), true, UTF_8);
        for (byte single : "✓".repeat(10_000).getBytes(UTF_8)) {
            stream.write(single);
        }
        stream.print("✗".repeat(10_000));

        assertThat(terminal.toString(US_ASCII)).isEqualTo("+".repeat(10_000) + "-".repeat(10_000));
    }

    /// Also one that has all signs, and other bytes for them.
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "US-ASCII", "EUC-KR", "GB18030"})
    void utf8IsUnderstoodByEveryTerminal(String charset) {
        var stream = new PrintStream(terminal, true, Charset.forName(charset));

        ReadableOutput.before(stream).writeBytes("✗".getBytes(UTF_8));

        assertThat(terminal.toString(stream.charset())).isIn("✗", "-");
    }

    private String shown(String text, Charset charset) {
        new PrintStream(new ReadableOutput(terminal, charset), true, UTF_8).print(text);
        return terminal.toString(charset);
    }
}
