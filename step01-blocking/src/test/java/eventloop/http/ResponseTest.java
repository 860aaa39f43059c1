package eventloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponseTest {
    private static final Response FILE =
            Response.of(Status.OK)
                    .with("Content-Type", "text/plain")
                    .with("ETag", "\"a\"")
                    .with("Last-Modified", "Thu, 29 Feb 2024 12:00:00 GMT")
                    .withBody(BytesBody.of("text"));

    @Test
    void whatStandsForACopyThatIsStillGoodHasTheValidatorsAndNoContent() {
        var notModified = FILE.notModified();
        assertThat(notModified.status()).isEqualTo(Status.NOT_MODIFIED);
        assertThat(notModified.value("ETag")).contains("\"a\"");
        assertThat(notModified.value("Last-Modified")).contains("Thu, 29 Feb 2024 12:00:00 GMT");
        assertThat(notModified.value("Content-Type")).isEmpty();
        assertThat(notModified.body().length()).isZero();
    }

    @Test
    void whoeverKeepsAResponseKeepsThatToo() {
        assertThat(FILE.notModified()).isSameAs(FILE.notModified());
    }

    @Test
    void aResponseMadeOfAnotherHasItsOwn() {
        var other = FILE.with("Cache-Control", "no-cache").withBody(BytesBody.of("other"));
        assertThat(other.notModified()).isNotSameAs(FILE.notModified());
    }
}
