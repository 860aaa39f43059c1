package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPathsTest {
    private static final long SEED = 20180401;
    private static final String CHARACTERS = "ab/.%2?\u00ed\u0095\u009c";

    private final KnownPaths paths = new KnownPaths();

    private UrlPath find(String target) throws RefusedRequest {
        var bytes = ByteBuffer.wrap(Transcript.bytes("GET " + target + " HTTP/1.1"));
        return paths.find(bytes, 4, 4 + target.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/a/", "/docs/page-1.html"})
    void aPathThatIsAskedForAgainIsTheSameObject(String target) throws Exception {
        assertThat(find(target)).isSameAs(find(target)).isEqualTo(UrlPath.parse(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a?b", "/%61", "/%3f", "//a", "/b/../a", "/%ED%95%9C"})
    void anotherSpellingIsUnderstoodEveryTime(String target) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(find("/a").path()).isEqualTo("/a");
            assertThat(find(target)).isEqualTo(UrlPath.parse(target));
        }
    }

    /// The path `/?` can be asked for as `/%3f` only, and `/í` only in UTF-8.
    @Test
    void theTextOfAPathIsNotTakenForItsSpelling() throws Exception {
        assertThat(find("/%3f").path()).isEqualTo("/?");
        assertThat(find("/?")).isEqualTo(UrlPath.ROOT);
        assertThat(find("/%c3%ad").path()).isEqualTo("/\u00ed");
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(RefusedRequest.class).isThrownBy(() -> find("/\u00ed"));
        }
    }

    @Test
    void aLongPathIsNotKept() throws Exception {
        var target = "/a".repeat(1_000);
        assertThat(find(target)).isNotSameAs(find(target)).isEqualTo(find(target));
    }

    @Test
    void anyNumberOfPathsHaveRoom() throws Exception {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20_000; i++) {
                assertThat(find("/" + i).path()).isEqualTo("/" + i);
            }
        }
    }

    @Test
    void whateverWasAskedForBeforeTheAnswerIsThatOfTheParser() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            var target = new StringBuilder("/");
            for (int length = random.nextInt(5); length > 0; length--) {
                target.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            assertThat(outcome(() -> find(target.toString())))
                    .as("target %s", target)
                    .isEqualTo(outcome(() -> UrlPath.parse(target.toString())));
        }
    }

    @FunctionalInterface
    private interface Reading {
        UrlPath read() throws RefusedRequest;
    }

    private static Object outcome(Reading reading) {
        try {
            return reading.read();
        } catch (RefusedRequest thrown) {
            return thrown.getMessage();
        }
    }
}
