package eventloop.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.eventqueue.EventLoop;
import eventloop.eventqueue.EventQueue;
import eventloop.eventqueue.TimerWheel;
import eventloop.http.BytesBody;
import eventloop.http.ErrorPage;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.selector.LoopServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The next handler never answers the first who asks for a page. Whoever comes when that answer counts as lost asks
/// anew: here at once.
class LostEnquiryTest {
    private static final CacheOptions OPTIONS =
            new CacheOptions(1 << 20, 1 << 10, Duration.ofHours(1), Duration.ZERO);

    private final CompletableFuture<Reply> lost = new CompletableFuture<>();
    private final AtomicInteger asked = new AtomicInteger();
    private EventLoop loop;

    @BeforeEach
    void makeLoop() throws Exception {
        loop = new EventLoop(new EventQueue(), new TimerWheel());
    }

    @Test
    void isAskedAnewAndAllWhoWaitGetTheAnswer() throws Exception {
        try (var server = start();
                var first = ask(server);
                var second = ask(server)) {
            assertThat(second.read().text()).isEqualTo("new");
            assertThat(first.read().text()).isEqualTo("new");
        }
    }

    @Test
    void anAnswerThatComesAfterAllDoesNotTakeThePlaceOfTheNewOne() throws Exception {
        try (var server = start();
                var first = ask(server);
                var second = ask(server)) {
            assertThat(second.read().text()).isEqualTo("new");
            assertThat(first.read().text()).isEqualTo("new");
            loop.execute(() -> lost.join().send(page("old")));
            assertThat(second.get("/").text()).isEqualTo("new");
        }
    }

    @Test
    void norDoesItPutTheNewOneOut() throws Exception {
        try (var server = start();
                var first = ask(server);
                var second = ask(server)) {
            assertThat(second.read().text()).isEqualTo("new");
            assertThat(first.read().text()).isEqualTo("new");
            var late = ErrorPage.of(Status.NOT_FOUND, "it was not there then");
            loop.execute(() -> lost.join().send(late));
            assertThat(second.get("/").text()).isEqualTo("new");
            assertThat(asked).hasValue(2);
        }
    }

    private LoopServer start() throws Exception {
        var handler =
                new CachingHandler(
                        OPTIONS, new LeastRecentlyUsed(), loop, this::answer, Duration.ZERO);
        return LoopServer.start(TestSettings.serving(Path.of(".")), loop, handler);
    }

    private void answer(Request request, Reply reply) {
        asked.incrementAndGet();
        if (!lost.complete(reply)) {
            reply.send(page("new"));
        }
    }

    /// With validators: what has none is asked for anew after a second.
    private static Response page(String content) {
        return Response.of(Status.OK)
                .with("ETag", "\"1\"")
                .with("Last-Modified", "Thu, 29 Feb 2024 12:00:00 GMT")
                .withBody(BytesBody.of(content));
    }

    private RawClient ask(LoopServer server) throws Exception {
        var client = RawClient.to(server.address());
        client.request("GET / HTTP/1.1", "Host: localhost");
        await().until(lost::isDone);
        return client;
    }
}
