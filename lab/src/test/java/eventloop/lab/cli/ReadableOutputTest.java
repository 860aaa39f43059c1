package eventloop.lab.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableOutputTest {
    private static final Pattern LITERAL = Pattern.compile("\"[^\"\\n]*\"");

    /// By which a page shows the bytes of a request.
    private static final String IN_PAGES_ONLY = "⏎¶␍⇥␀";

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
    void aSectionOfAStandardIsCalledOne() {
        assertThat(shown("RFC 9110 §9.1", US_ASCII)).isEqualTo("RFC 9110 section 9.1");
    }

    /// Taken from its sources: whoever needs a sign more is told here that it is like nothing.
    @Test
    void noSignThatTheLabWritesIsLikeNothing() throws Exception {
        for (int sign : signsInTheLab()) {
            assertThat(shown(Character.toString(sign), US_ASCII))
                    .as(Character.toString(sign))
                    .isNotEqualTo("?");
            terminal.reset();
        }
    }

    private static Set<Integer> signsInTheLab() throws IOException {
        var signs = new TreeSet<Integer>();
        addSigns(Files.readString(Path.of("claims.yaml")), signs);
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                LITERAL.matcher(Files.readString(source))
                        .results()
                        .forEach(literal -> addSigns(literal.group(), signs));
            }
        }
        return signs;
    }

    private static void addSigns(String text, Set<Integer> signs) {
        text.codePoints()
                .filter(sign -> sign > 0x7f && !Character.isLetter(sign))
                .filter(sign -> IN_PAGES_ONLY.indexOf(sign) < 0)
                .forEach(signs::add);
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
