package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorPageTest {
    @Test
    void aPageSaysWhatIsWrongInASentence() {
        var page = ErrorPage.of(Status.NOT_FOUND, "there is no such file");
        assertThat(page.value("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(text(page))
                .contains("<title>404 Not Found</title>", "<p>There is no such file.</p>");
    }

    @Test
    void aReasonCannotBecomeMarkup() {
        assertThat(text(ErrorPage.of(Status.BAD_REQUEST, "<script>&")))
                .contains("&lt;script&gt;&amp;")
                .doesNotContain("<script>");
    }

    @Test
    void aHeaderCannotBecomeTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.of(Status.OK).with("Location", "/a\r\nSet-Cookie: b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Response.of(Status.OK).with("Location", "/한글"));
    }

    private static String text(Response response) {
        var bytes = ByteBuffer.allocate((int) response.body().length());
        ((BytesBody) response.body()).copyTo(bytes, 0);
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }
}
