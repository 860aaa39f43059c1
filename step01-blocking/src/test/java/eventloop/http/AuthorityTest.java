package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "localhost",
                "localhost:8080",
                "example.com:",
                "EXAMPLE.com.",
                "a_b-c~d",
                "a!$&'()*+,;=b",
                "xn--bj0bj06e.kr",
                "%ED%95%9C.kr",
                "a%4f",
                "127.0.0.1",
                "127.0.0.1:0",
                "a:65535",
                "a:00080",
                "[::]",
                "[::1]",
                "[::1]:8080",
                "[::1]:",
                "[1::]",
                "[1:2:3:4:5:6:7:8]",
                "[1:2:3:4:5:6:7::]",
                "[::2:3:4:5:6:7:8]",
                "[2001:DB8::a:0f0f]",
                "[fe80::abcd:1]",
                "[::ffff:192.168.0.1]",
                "[1:2:3:4:5:6:255.0.10.99]",
                "[v1.a:b]",
                "[VfF.!]"
            })
    void aHostWithOrWithoutAPortIsWellFormed(String text) {
        assertThat(isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:b",
                "a:-1",
                "a:+1",
                "a: 1",
                "a:80:90",
                "a:65536",
                "a:99999999999999999999",
                "http:a",
                "user@a",
                "user:word@a",
                "a b",
                "a/b",
                "a?b",
                "a#b",
                "a\\b",
                "a^b",
                "a|b",
                "a\"b",
                "<a>",
                "{a}",
                "a%",
                "a%4",
                "a%4g",
                "a%%41",
                "\u00e4",
                "a\u0000",
                "a\tb",
                "::1",
                "1:2:3:4:5:6:7:8",
                "[",
                "]",
                "[]",
                "[::1",
                "::1]",
                "[::1]]",
                "[[::1]]",
                "[::1]x",
                "[::1]:x",
                "x[::1]",
                "[::1]:80:90",
                "[hello]",
                "[a]",
                "[1:2:3:4:5:6:7]",
                "[1:2:3:4:5:6:7:8:9]",
                "[::1:2:3:4:5:6:7:8]",
                "[1:2:3:4::5:6:7:8]",
                "[1::2::3]",
                "[:::]",
                "[:1]",
                "[1:]",
                "[:1::]",
                "[12345::]",
                "[::g]",
                "[::1%25eth0]",
                "[::1.2.3]",
                "[::1.2.3.4.5]",
                "[::1.2.3.256]",
                "[::1.2.3.04]",
                "[::1.2.3.4:5]",
                "[1.2.3.4]",
                "[1:2:3:4:5:6:7:1.2.3.4]",
                "[v.a]",
                "[v1.]",
                "[v1]",
                "[vg.a]",
                "[w1.a]"
            })
    void anythingElseIsNotWellFormed(String text) {
        assertThat(isWellFormed(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", ":80"})
    void aUrlNeedsAHost(String text) {
        assertThat(isWellFormed(text)).isTrue();
        var bytes = ByteBuffer.wrap(Transcript.bytes(text));
        assertThat(Authority.isWellFormedWithHost(bytes, 0, text.length())).isFalse();
    }

    private static boolean isWellFormed(String text) {
        var bytes = ByteBuffer.wrap(Transcript.bytes("x" + text + "y"));
        return Authority.isWellFormed(bytes, 1, 1 + text.length());
    }
}
