package eventloop.http;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
    @ParameterizedTest
    @ValueSource(strings = {"/a\r\nSet-Cookie: b", "/a\nSet-Cookie: b", "/a\rSet-Cookie: b"})
    void aHeaderCannotBecomeTwo(String value) {
        expectRefusal(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/\u0000", "/\u007f", "/\u00e4", "/한글"})
    void aHeaderHoldsVisibleAsciiAndSpacesOnly(String value) {
        expectRefusal(value);
    }

    private static void expectRefusal(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.of(Status.OK).with("Location", value));
    }
}
