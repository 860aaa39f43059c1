package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// In an ordinary run these tests try the inputs below. With `JAZZER_FUZZ=1` in the environment and
/// `-Djazzer.hooks=true`, one of them at a time lets Jazzer search for others, led by the branches of the
/// parser they reach.
class RequestParserFuzzTest {
    private static final Limits SMALL = new Limits(200, 1_000, 10, 100);

    static Stream<byte[]> inputs() {
        return RequestParserTest.INPUTS.stream().map(Transcript::bytes);
    }

    @MethodSource("inputs")
    @FuzzTest(maxDuration = "1m")
    void singleBytesAreUnderstoodAsTheWhole(byte @NotNull [] bytes) {
        var whole = Transcript.of(Limits.DEFAULT, bytes);
        assertThat(Transcript.ofSingleBytes(Limits.DEFAULT, bytes)).isEqualTo(whole);
    }

    @MethodSource("inputs")
    @FuzzTest(maxDuration = "1m")
    void limitsLetTheSameRequestsThrough(byte @NotNull [] bytes) {
        var whole = Transcript.of(SMALL, bytes);
        assertThat(Transcript.requests(Transcript.ofSingleBytes(SMALL, bytes)))
                .isEqualTo(Transcript.requests(whole));
    }

    @MethodSource("inputs")
    @FuzzTest(maxDuration = "1m")
    void everyRequestIsPaidForInBytes(byte @NotNull [] bytes) {
        var shortest = "A * HTTP/1.0\r\n\r\n".length();
        assertThat(Transcript.of(SMALL, bytes))
                .hasSizeLessThanOrEqualTo(1 + bytes.length / shortest);
    }
}
