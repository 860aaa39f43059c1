package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.faults.FaultBarrier;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.HeaderName;
import eventloop.http.Headers;
import eventloop.http.Method;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.http.UrlPath;
import eventloop.http.Version;
import org.junit.jupiter.api.Test;

/// What is sent in place of a file. Which condition leads to what is in the contract of all steps.
class ConditionalHandlerTest {
    private static final Request WITH_COPY = with(ConditionalHandler.IF_NONE_MATCH);

    private static Request with(HeaderName condition) {
        return with(condition, "\"a\"");
    }

    private static Request with(HeaderName condition, String value) {
        return new Request(
                Method.GET, UrlPath.ROOT, Version.HTTP_1_1, true, Headers.of(condition, value));
    }

    private static Response file() {
        return Response.of(Status.OK)
                .with("Content-Type", "text/plain")
                .with("ETag", "\"a\"")
                .with("Last-Modified", "Thu, 29 Feb 2024 12:00:00 GMT")
                .withBody(BytesBody.of("text"));
    }

    private static FaultBarrier before(Handler next) {
        return new FaultBarrier(new ConditionalHandler(next));
    }

    @Test
    void whatStandsForACopyThatIsStillGoodHasTheValidatorsAndNoContent() {
        var answer = before((_, reply) -> reply.send(file())).answer(WITH_COPY);
        assertThat(answer.status()).isEqualTo(Status.NOT_MODIFIED);
        assertThat(answer.value("ETag")).contains("\"a\"");
        assertThat(answer.value("Last-Modified")).contains("Thu, 29 Feb 2024 12:00:00 GMT");
        assertThat(answer.value("Content-Type")).isEmpty();
        assertThat(answer.body().length()).isZero();
    }

    @Test
    void itIsMadeOnceForAResponseThatIsKept() {
        var kept = file();
        var handler = before((_, reply) -> reply.send(kept));
        assertThat(handler.answer(WITH_COPY)).isSameAs(handler.answer(WITH_COPY));
    }

    @Test
    void andAnewForAnotherResponse() {
        var handler = before((_, reply) -> reply.send(file()));
        assertThat(handler.answer(WITH_COPY)).isNotSameAs(handler.answer(WITH_COPY));
    }

    /// Or who goes on with a copy of the version before would get a part of this one.
    @Test
    void aFileThatHasJustChangedAndHasNoTagIsNotTheOneThatAClientHas() {
        var young = Response.of(Status.OK).withBody(BytesBody.of("text"));
        var handler = before((_, reply) -> reply.send(young));
        assertThat(handler.answer(with(ConditionalHandler.IF_MATCH)).status())
                .isEqualTo(Status.PRECONDITION_FAILED);
        assertThat(handler.answer(WITH_COPY)).isSameAs(young);
    }

    /// It has changed later than any date that a client can have been given with it.
    @Test
    void norIsItOneThatIsUnchangedSinceADate() {
        var young = Response.of(Status.OK).withBody(BytesBody.of("text"));
        var handler = before((_, reply) -> reply.send(young));
        var date = "Thu, 29 Feb 2024 12:00:00 GMT";
        assertThat(handler.answer(with(ConditionalHandler.IF_UNMODIFIED_SINCE, date)).status())
                .isEqualTo(Status.PRECONDITION_FAILED);
        assertThat(handler.answer(with(ConditionalHandler.IF_UNMODIFIED_SINCE, "yesterday")))
                .isSameAs(young);
        assertThat(handler.answer(with(ConditionalHandler.IF_MODIFIED_SINCE, date)))
                .isSameAs(young);
    }
}
