package eventloop.selector;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withDrainTimeout;
import static eventloop.contract.TestSettings.withTimeouts;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import eventloop.contract.RawClient;
import eventloop.http.Body;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.server.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/// One part of the [LoopContract]: its tests, each with a loop of its own. `/big` is more than all buffers
/// hold, `/never` is not answered, `/busy` holds the loop until [#held] lets it go, everything else gets a greeting.
/// A loop that keeps a test waiting fails it.
@Timeout(value = 180, threadMode = SEPARATE_THREAD)
abstract class LoopTopic implements Handler {
    static final String GREETING = "Hello, loop!";
    static final String HELLO = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";
    static final byte[] BIG = new byte[16 << 20];

    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);

    static {
        new SplittableRandom(BIG.length).nextBytes(BIG);
    }

    final HeldLoop held = new HeldLoop();
    private final LoopContract step;
    private final Deque<RawClient> clients = new ArrayDeque<>();
    private LoopServer server;

    LoopTopic(LoopContract step) {
        this.step = step;
    }

    /// So patient that nothing happens because a time is over. Topics about the end and about timeouts
    /// override it.
    Settings settings() {
        return withDrainTimeout(
                withTimeouts(
                        serving(Path.of(".")),
                        LONGER_THAN_ANY_TEST,
                        LONGER_THAN_ANY_TEST,
                        LONGER_THAN_ANY_TEST),
                Duration.ZERO);
    }

    @Override
    public void handle(Request request, Reply reply) {
        switch (request.path().path()) {
            case "/big" -> reply.send(ok(new BytesBody(BIG)));
            case "/never" -> {}
            case "/busy" -> {
                held.stand();
                reply.send(ok(BytesBody.of(GREETING)));
            }
            default -> reply.send(ok(BytesBody.of(GREETING)));
        }
    }

    static Response ok(Body body) {
        return Response.of(Status.OK).withBody(body);
    }

    @BeforeEach
    void startServer() throws Exception {
        server = LoopServer.start(settings(), step.newLoop(), this);
    }

    @AfterEach
    @Timeout(value = 30, threadMode = SEPARATE_THREAD)
    void closeServer() throws Exception {
        while (!clients.isEmpty()) {
            clients.pop().close();
        }
        server.close();
    }

    final LoopServer server() {
        return server;
    }

    /// A client that is closed with the test.
    final RawClient connect() throws IOException {
        return closedWithTheTest(RawClient.to(server.address()));
    }

    final RawClient connectWithLittleRoom() throws IOException {
        return closedWithTheTest(RawClient.withLittleRoom(server.address()));
    }

    /// A client who has read the head of `/big` and nothing more.
    final RawClient beginBigAnswer() throws IOException {
        var client = connectWithLittleRoom();
        client.request("GET /big HTTP/1.1", "Host: a");
        client.readHead();
        return client;
    }

    private RawClient closedWithTheTest(RawClient client) {
        clients.push(client);
        return client;
    }
}
