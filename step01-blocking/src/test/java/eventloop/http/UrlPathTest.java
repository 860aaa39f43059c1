package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPathTest {
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a, /a",
        "/a/, /a/",
        "/a/b.c~d_e-f, /a/b.c~d_e-f",
        "//a///b//, /a/b/",
        "/./a/./b/., /a/b/",
        "/a/../b, /b",
        "/a/b/.., /a/",
        "/a/.., /",
        "/a/b/../../c/, /c/",
        "/.a/..b/c../...d, /.a/..b/c../...d",
        "/%41%2f%2E/b, /A/b",
        "/a+b&c;d=e:@$!'()*, /a+b&c;d=e:@$!'()*",
        "/%ED%95%9C, /한",
        "/%25%34%31, /%41",
    })
    void manySpellingsHaveOnePath(String target, String path) throws Exception {
        assertThat(UrlPath.parse(target).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({"/a, ''", "/a?, ''", "/a?b, b", "/a?b=%20&c?d/../e, b=%20&c?d/../e", "/?%zz, %zz"})
    void aQueryIsLeftAsItIs(String target, String query) throws Exception {
        assertThat(UrlPath.parse(target).query()).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/#",
                "/a?b#c",
                "/..",
                "/../a",
                "/a/../..",
                "/a/%2e%2e/..",
                "/%2e%2e%2fa",
                "/%",
                "/%1",
                "/%1g",
                "/%00",
                "/%1f",
                "/%7f",
                "/%c2%80",
                "/%80",
                "/%c0%af",
                "/%ed%a0%80",
                "/\u00ff"
            })
    void whatIsNoPathIsMalformed(String target) {
        assertThatExceptionOfType(RefusedRequest.class)
                .isThrownBy(() -> UrlPath.parse(target))
                .satisfies(thrown ->
                        assertThat(thrown.refused().status()).isEqualTo(Status.BAD_REQUEST));
    }

    @Test
    void rawUtf8IsReadAsIfItWereEncoded() throws Exception {
        var raw = new String("/한글".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(UrlPath.parse(raw)).isEqualTo(UrlPath.parse("/%ED%95%9C%EA%B8%80"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b", "/a%20b/%ED%95%9C/", "/a?b=%20&c=/?", "/%25?%25"})
    void encodingAPathLeadsBackToIt(String target) throws Exception {
        var path = UrlPath.parse(target);
        assertThat(path.encoded()).isEqualTo(target);
        assertThat(UrlPath.parse(path.encoded())).isEqualTo(path);
    }

    @Test
    void anEncodedPathCannotBreakALine() throws Exception {
        assertThat(UrlPath.parse("/a:b?\"<>\u00ff").encoded()).isEqualTo("/a%3Ab?%22%3C%3E%FF");
    }

    @Test
    void aDirectoryEndsWithASlash() throws Exception {
        assertThat(UrlPath.parse("/a").isDirectory()).isFalse();
        assertThat(UrlPath.parse("/a?b").asDirectory()).isEqualTo(UrlPath.parse("/a/?b"));
        assertThat(UrlPath.parse("/a/").asDirectory()).isEqualTo(UrlPath.parse("/a/"));
        assertThat(UrlPath.ROOT.isDirectory()).isTrue();
    }
}
