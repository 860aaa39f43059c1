package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    private static final String RESPONSE =
            "HTTP/1.1 200 OK\r\ndate: today\r\ncontent-length: 5\r\nConnection: Close\r\n\r\nhello";

    private final ResponseReader reader = new ResponseReader();

    @BeforeEach
    void expectHello() {
        reader.expect(new Target(Unpooled.EMPTY_BUFFER, bytes("hello")), true);
    }

    @Test
    void understandsAResponseHoweverItIsSplit() throws Exception {
        for (int split = 1; split < RESPONSE.length(); split++) {
            expectHello();

            assertThat(reader.read(bytes(RESPONSE.substring(0, split)))).isFalse();
            assertThat(reader.read(bytes(RESPONSE.substring(split)))).isTrue();
            assertThat(reader.isRight()).isTrue();
            assertThat(reader.keepsAlive()).isFalse();
        }
    }

    @Test
    void understandsAResponseThatComesByteByByte() throws Exception {
        for (int i = 0; i < RESPONSE.length() - 1; i++) {
            assertThat(reader.read(bytes(RESPONSE.substring(i, i + 1)))).isFalse();
        }
        assertThat(reader.read(bytes("o"))).isTrue();
        assertThat(reader.isRight()).isTrue();
    }

    @Test
    void connectionIsKeptUnlessTheServerSaysOtherwise() throws Exception {
        reader.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));

        assertThat(reader.keepsAlive()).isTrue();
    }

    @Test
    void headMayBeLong() throws Exception {
        var filler = "X-Filler: " + "x".repeat(3000) + "\r\n";

        assertThat(
                        reader.read(
                                bytes(
                                        "HTTP/1.1 200 OK\r\n"
                                                + filler
                                                + "Content-Length: 5\r\n\r\nhello")))
                .isTrue();
        assertThat(reader.isRight()).isTrue();
    }

    @Test
    void whatIsBehindAResponseIsLeftForTheNext() throws Exception {
        var two = bytes(RESPONSE + RESPONSE);

        assertThat(reader.read(two)).isTrue();
        assertThat(two.readableBytes()).isEqualTo(RESPONSE.length());
        expectHello();
        assertThat(reader.read(two)).isTrue();
        assertThat(reader.isRight()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hallo", "hell", "helloo"})
    void otherBytesAreNotRight(String body) throws Exception {
        var head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(body.length());

        assertThat(reader.read(bytes(head + body))).isTrue();
        assertThat(reader.isRight()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
            })
    void whatIsNoResponseIsNoneToTheReader(String gibberish) {
        assertThatThrownBy(() -> reader.read(bytes(gibberish)))
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void headWithoutEndIsGivenUp() {
        assertThatThrownBy(() -> reader.read(bytes("x".repeat(100_000))))
                .isInstanceOf(MalformedResponseException.class);
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.US_ASCII));
    }
}
