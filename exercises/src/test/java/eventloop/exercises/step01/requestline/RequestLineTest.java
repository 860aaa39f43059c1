package eventloop.exercises.step01.requestline;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import eventloop.exercises.Why;
import eventloop.exercises.step01.requestline.RequestLine.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("1.1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RequestLineTest {
    private static final String GOOD = "GET /page.html?a=b HTTP/1.1\r\n";

    @Test
    @Order(1)
    @DisplayName("a whole line is complete, and not before")
    @Why("a read may end anywhere, and the parser must know where it stands")
    void complete() {
        for (var line :
                List.of(
                        GOOD,
                        "HEAD / HTTP/1.0\r\n",
                        "PROPFIND /~x HTTP/1.1\r\n",
                        "ZAP /! HTTP/1.1\r\n")) {
            var parser = new RequestLine();
            for (int i = 0; i < line.length() - 1; i++) {
                assertThat(parser.feed(line.charAt(i)))
                        .as("after " + shown(line.substring(0, i + 1)))
                        .isEqualTo(Verdict.MORE);
            }
            assertThat(parser.feed('\n')).as("after " + shown(line)).isEqualTo(Verdict.COMPLETE);
        }
    }

    @ParameterizedTest(name = "{0}, and not later", quoteTextArguments = false)
    @Order(2)
    @Why("who waits for the rest of nonsense waits until the time is over, and holds a thread")
    @MethodSource("bad")
    void bad(String name, String bytes) {
        var parser = new RequestLine();
        for (int i = 0; i < bytes.length() - 1; i++) {
            assertThat(parser.feed(bytes.charAt(i)))
                    .as("after " + shown(bytes.substring(0, i + 1)))
                    .isEqualTo(Verdict.MORE);
        }
        assertThat(parser.feed(bytes.charAt(bytes.length() - 1)))
                .as("after " + shown(bytes))
                .isEqualTo(Verdict.BAD);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("TLS is refused at its first byte", "\u0016"),
                Arguments.of("a line without a method at its space", " "),
                Arguments.of("a method in small letters at the first", "Ge"),
                Arguments.of("a target without / at its first byte", "GET p"),
                Arguments.of("two spaces at the second", "GET  "),
                Arguments.of("a target that is not ASCII there", "GET /\u00fc"),
                Arguments.of("a method with a digit there", "G1"),
                Arguments.of("a method with a letter beyond Z there", "G\u00c4"),
                Arguments.of("a control character in the target there", "GET /a\t"),
                Arguments.of("one that is no white space too", "GET /a\u0000"),
                Arguments.of("the one behind all visible ASCII too", "GET /\u007f"),
                Arguments.of("a line without a version at its end", "GET /\r"),
                Arguments.of("half a version there as well", "GET / HTTP/1.\r"),
                Arguments.of("a version in small letters at its first", "GET / h"),
                Arguments.of("another protocol at its first other letter", "GET / HTTQ"),
                Arguments.of("a comma in the version there", "GET / HTTP/1,"),
                Arguments.of("the sign before A in a method there", "G@"),
                Arguments.of("the sign behind Z in a method there", "G["),
                Arguments.of("HTTP/2 at its 2", "GET / HTTP/2"),
                Arguments.of("HTTP/1.2 at its second 2", "GET / HTTP/1.2"),
                Arguments.of("a third digit", "GET / HTTP/1.11"),
                Arguments.of("a line feed without a carriage return", "GET / HTTP/1.1\n"),
                Arguments.of("a carriage return alone", "GET / HTTP/1.1\rH"));
    }

    private static String shown(String bytes) {
        return bytes.chars().mapToObj(RequestLineTest::shown).collect(joining("", "'", "'"));
    }

    private static String shown(int each) {
        return switch (each) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default ->
                    0x20 <= each && each < 0x7F
                            ? Character.toString(each)
                            : "\\u%04x".formatted(each);
        };
    }
}
