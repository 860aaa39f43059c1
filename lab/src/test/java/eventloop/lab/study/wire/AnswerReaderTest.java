package eventloop.lab.study.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";

    @Test
    void aBodyEndsWhereItsHeadSays() throws IOException {
        var reader =
                reader(
                        HEAD
                                + "Content-Length: 3\r\n\r\nabc"
                                + HEAD
                                + "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\nde\r\nA\r\n0123456789\r\n0\r\n\r\n"
                                + "HTTP/1.1 304 Not Modified\r\nContent-Length: 3\r\n\r\n"
                                + HEAD
                                + "\r\nto the end");

        assertThat(body(reader)).isEqualTo("abc");
        assertThat(body(reader)).isEqualTo("de0123456789");
        assertThat(body(reader)).isEmpty();
        assertThat(body(reader)).isEqualTo("to the end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000000000", "+3", "-1", "", "3 3", "0x3", "3, 3"})
    void aLengthThatIsNoneIsToldAndNotReadAsAnother(String length) {
        assertThatThrownBy(() -> reader(HEAD + "Content-Length: " + length + "\r\n\r\nabc").read())
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("its Content-Length is " + length);
    }

    /// Read as a negative number, it would look like the last chunk.
    @ParameterizedTest
    @ValueSource(strings = {"ffffffff", "-2", "+2", "", "two"})
    void aSizeOfAChunkThatIsNoneIsToldAndNotReadAsAnother(String size) {
        var answer = HEAD + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\nab\r\n0\r\n\r\n";

        assertThatThrownBy(() -> reader(answer).read())
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("its size of a chunk is " + size);
    }

    @Test
    void aBodyThatBreaksOffIsNoAnswer() {
        assertThatThrownBy(() -> reader(HEAD + "Content-Length: 5\r\n\r\nabc").read())
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("after 3 of 5 bytes");
    }

    private static AnswerReader reader(String bytes) {
        return new AnswerReader(
                new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String body(AnswerReader reader) throws IOException {
        return new String(reader.read().body(), StandardCharsets.ISO_8859_1);
    }
}
