package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From a request target to a file, in every spelling a target may have (RFC 9112 §3.2, RFC 3986 §6).
abstract class PathTopic extends Topic {
    PathTopic(HttpContract step) {
        super(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hello.txt",
                "/h%65llo.txt",
                "/%68%65%6C%6c%6F%2etxt",
                "//hello.txt",
                "/./hello.txt",
                "/%2e/hello.txt",
                "/docs/../hello.txt",
                "/docs/%2E%2e/hello.txt",
                "/docs/.%2e/hello.txt",
                "/docs/empty/../../hello.txt",
                "/docs//..//hello.txt",
                "/nothing/../hello.txt",
                "/docs%2F..%2fhello.txt",
                "/hello.txt?",
                "/hello.txt?a=b&c=/../d?e",
                "/hello.txt?%zz",
                "/hello.txt?\u00ed\u0095\u009c",
                "http://localhost/hello.txt",
                "HTTP://LOCALHOST:8080/hello.txt?a",
                "http://example.com/docs/../hello.txt",
                "http://[::1]:80/hello.txt"
            })
    void oneFileHasManySpellings(String target) throws Exception {
        assertThat(get(target).text()).isEqualTo(Site.GREETING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%4",
                "/hello.txt%",
                "/%zz",
                "/%-1",
                "/%u0041",
                "/%00",
                "/hello.txt%00.html",
                "/%0a",
                "/%0d%0aSet-Cookie:a=b",
                "/%7f",
                "/%ff",
                "/\u0080",
                "/%c0%ae",
                "/%ed%a0%80",
                "/%f4%90%80%80",
                "/hello.txt#top",
                "/hello.txt?a#top",
                "hello.txt",
                "*",
                "?a",
                "http:/hello.txt",
                "http:///hello.txt",
                "http://",
                "ftp://localhost/hello.txt",
                "://localhost/hello.txt"
            })
    void whatIsNoPathIsRefused(String target) throws Exception {
        expectRefusal(400, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "한글 문서.txt",
                "a b+c&d;e=f.txt",
                "100%.txt",
                "what?.txt",
                "back\\slash.txt",
                "co:lon.txt",
                ".hidden",
                "..txt",
            })
    void anyNameCanBeServed(String name) throws Exception {
        var expected = name.startsWith("한글") ? "한글" : name;
        assertThat(get("/" + encoded(name)).text()).isEqualTo(expected);
    }

    @Test
    void aNameMayStandInTheRequestAsRawUtf8() throws Exception {
        var client = connect();
        client.send(
                "GET /한글%20문서.txt HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(client.read().text()).isEqualTo("한글");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?a", "/.", "/docs/..", "//", "http://localhost", "http://a?b"})
    void theRootIsItsIndex(String target) throws Exception {
        var response = get(target);
        assertThat(response.text()).isEqualTo(Site.INDEX);
        assertThat(response.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/docs/", "/docs/.", "/docs/empty/..", "/docs/?a", "/docs//", "/%64ocs/"})
    void aDirectoryIsItsIndex(String target) throws Exception {
        assertThat(get(target).text()).isEqualTo(Site.DOCS);
    }

    @ParameterizedTest
    @CsvSource({
        "/docs, /docs/",
        "/docs?a=b&c=%20, /docs/?a=b&c=%20",
        "/docs?a=%22\"<>, /docs/?a=%22%22%3C%3E",
        "//docs, /docs/",
        "/docs/../docs, /docs/",
        "/docs/empty, /docs/empty/",
        "/link-to-docs, /link-to-docs/",
        "http://example.com/docs, /docs/",
        "/%EC%9E%90%EB%A3%8C, /%EC%9E%90%EB%A3%8C/"
    })
    void aDirectoryIsAskedForWithASlash(String target, String location) throws Exception {
        var response = get(target);
        assertThat(response.status()).isEqualTo(301);
        assertThat(response.header("Location")).isEqualTo(location);
        expectErrorPage(response);
    }

    @Test
    void aRedirectLeadsToThePage() throws Exception {
        var client = connect();
        var location = client.get("/" + encoded("자료")).header("Location");
        assertThat(client.get(location).text()).isEqualTo("자료");
    }

    @Test
    void aRedirectIsAsLongAsItsQuery() throws Exception {
        var longest = "\"".repeat(8_000);
        assertThat(get("/docs?" + longest).header("Location"))
                .isEqualTo("/docs/?" + "%22".repeat(8_000));
    }

    @Test
    void aDirectoryWithoutAnIndexIsNotListed() throws Exception {
        expectPage(403, "/docs/empty/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/nothing/",
                "/nothing/at/all",
                "/hello.txt/",
                "/hello.txt/more",
                "/docs/index.html/",
                "/docs/hello.txt",
                "/hello.tx",
                "/hello.txt%20",
                "/hello.txt.",
                "/link-to-nothing",
                "/link-to-itself"
            })
    void whatIsNotThereIsNotFound(String target) throws Exception {
        expectPage(404, target);
    }

    @Test
    void aNameLongerThanAnyFilesIsNotFound() throws Exception {
        expectPage(404, "/" + "a".repeat(256));
        expectPage(404, "/" + "a/".repeat(3_000));
        expectPage(404, "/" + encoded("가".repeat(86)));
    }

    /// No system takes so long a path at once; but the walk goes there name by name.
    @Test
    void aPathMayBeLongerThanTheSystemTakes() throws Exception {
        var names = Collections.nCopies(20, "d".repeat(225));
        var deep = Files.createDirectory(site().file("deep"));
        Files.writeString(deep.resolve("page.txt"), Site.GREETING);
        for (var name : names) {
            sinkInto(name, deep);
        }
        try {
            var client = connect();
            for (int time = 1; time <= 2; time++) {
                var response = client.get("/deep/" + String.join("/", names) + "/page.txt");
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.text()).isEqualTo(Site.GREETING);
            }
        } finally {
            // Nobody could delete it by its path.
            for (var name : names) {
                raiseFrom(name, deep);
            }
        }
    }

    /// All that is in `directory` is then in a directory within it.
    private void sinkInto(String name, Path directory) throws IOException {
        var above = Files.createDirectory(site().file("above"));
        Files.move(directory, above.resolve(name));
        Files.move(above, directory);
    }

    private void raiseFrom(String name, Path directory) throws IOException {
        var below = site().file("below");
        Files.move(directory.resolve(name), below);
        Files.delete(directory);
        Files.move(below, directory);
    }

    private void expectPage(int status, String target) throws IOException {
        var response = get(target);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.has("Connection")).isFalse();
        expectErrorPage(response);
    }

    /// Every byte of the name, percent-encoded.
    private static String encoded(String name) {
        return "%" + HexFormat.ofDelimiter("%").formatHex(name.getBytes(StandardCharsets.UTF_8));
    }
}
