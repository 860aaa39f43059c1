package eventloop.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eventloop.blocking.ThreadPerConnection.Kind;
import eventloop.contract.CaughtErrors;
import eventloop.contract.RawClient;
import eventloop.contract.RawResponse;
import eventloop.contract.TestSettings;
import eventloop.http.BytesBody;
import eventloop.http.Handler;
import eventloop.http.Response;
import eventloop.http.Status;
import java.net.BindException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What step 1 is for: a conversation that reads from top to bottom. And what it costs: a thread for each
/// client, whether the client does anything or not.
class ThreadPerConnectionTest {
    private static final int CLIENTS = 200;
    private static final Handler HELLO =
            (request, reply) -> reply.send(Response.of(Status.OK).withBody(BytesBody.of("hello")));

    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeEach
    void waitForTheEndOfEarlierServers() {
        await().until(() -> connectionThreads() == 0);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var closeable : opened.reversed()) {
            closeable.close();
        }
    }

    @Test
    void idleConnectionsHoldAThreadOfTheOperatingSystemEach() throws Exception {
        var server = start(Kind.PLATFORM, HELLO);
        assertThat(connectionThreads()).isZero();
        var clients = connect(server, CLIENTS);
        await().until(() -> connectionThreads() == CLIENTS);
        clients.getFirst().close();
        await().until(() -> connectionThreads() == CLIENTS - 1);
    }

    @Test
    void virtualThreadsHoldNone() throws Exception {
        var server = start(Kind.VIRTUAL, HELLO);
        int before = Thread.activeCount();
        for (var client : connect(server, CLIENTS)) {
            assertThat(client.get("/").text()).isEqualTo("hello");
        }
        assertThat(connectionThreads()).isZero();
        assertThat(Thread.activeCount()).isLessThan(before + CLIENTS / 10);
    }

    @ParameterizedTest
    @EnumSource
    void aSlowConversationHoldsUpNobodyElse(Kind kind) throws Exception {
        var server = start(kind, HELLO);
        var slow = connect(server, 1).getFirst();
        slow.send("GET / HTTP/1.1\r\n");
        for (var client : connect(server, 20)) {
            assertThat(client.get("/").text()).isEqualTo("hello");
        }
        slow.send("Host: a\r\n\r\n");
        assertThat(slow.read().text()).isEqualTo("hello");
    }

    @ParameterizedTest
    @EnumSource
    void whatAHandlerThrowsCostsItsOwnRequest(Kind kind) throws Exception {
        Handler faulty =
                (request, reply) -> {
                    switch (request.path().path()) {
                        case "/exception" -> throw new IllegalStateException("a test's own fault");
                        case "/error" -> throw new StackOverflowError("a test's own fault");
                        default -> HELLO.handle(request, reply);
                    }
                };
        var client = connect(start(kind, faulty), 1).getFirst();
        for (var path : List.of("/exception", "/error")) {
            RawResponse response = client.get(path);
            assertThat(response.status()).isEqualTo(500);
            assertThat(response.text()).contains("<h1>500 Internal Server Error</h1>");
            assertThat(client.get("/").text()).isEqualTo("hello");
        }
    }

    /// The page refers to the log. There it is written the first time, and then whenever the count has doubled.
    @Test
    void aHandlerThatDoesNotReplyIsAtFaultAndTheLogHasTheReason() throws Exception {
        Handler silent =
                (request, reply) -> {
                    if (request.path().path().equals("/")) {
                        HELLO.handle(request, reply);
                    }
                };
        var client = connect(start(Kind.PLATFORM, silent), 1).getFirst();
        try (var log = CaughtErrors.start()) {
            for (var path : List.of("/silence", "/and-again")) {
                assertThat(client.get(path).text()).contains("the log has the reason");
                assertThat(client.get("/").text()).isEqualTo("hello");
            }
            assertThat(log.text())
                    .contains("failed on /silence: ")
                    .contains("its handler has not replied", "(2 times by now)");
        }
    }

    @Test
    void whatCannotStartClosesItsThreadsAndWhatItOwns() throws Exception {
        var taken = start(Kind.PLATFORM, HELLO).address();
        var settings = TestSettings.withAddress(TestSettings.serving(Path.of(".")), taken);
        var closed = new ArrayList<String>();
        var threads =
                new ConnectionThreads() {
                    @Override
                    public void start(Runnable conversation) {}

                    @Override
                    public boolean clientsAreWaiting() {
                        return false;
                    }

                    @Override
                    public void close() {
                        closed.add("threads");
                    }
                };

        assertThatThrownBy(() ->
                        BlockingServer.start(settings, HELLO, threads, () -> closed.add("owned")))
                .isInstanceOf(BindException.class);
        assertThat(closed).containsExactly("threads", "owned");
    }

    @Test
    void whatCannotBeMadeLeavesNoWatchdogBehind() throws Exception {
        var settings = TestSettings.serving(Path.of("."));
        var threads = ThreadPerConnection.of(Kind.PLATFORM);
        var listening = ServerSocketChannel.open();
        listening.close();
        var before = watchdogs();

        assertThatThrownBy(() -> new BlockingServer(listening, settings, HELLO, threads, List.of()))
                .isInstanceOf(ClosedChannelException.class);
        assertThat(watchdogs()).isSubsetOf(before);
    }

    /// Nobody else can close its socket: something must be wrong with the server itself.
    @Test
    void anAcceptorThatFailsEndsTheServerAndSaysSo() throws Exception {
        var settings = TestSettings.serving(Path.of("."));
        var threads = ThreadPerConnection.of(Kind.PLATFORM);
        var listening = ServerSocketChannel.open();
        try (var log = CaughtErrors.start();
                var server = BlockingServer.start(listening, settings, HELLO, threads, List.of())) {
            listening.close();
            server.awaitEnd();

            assertThat(server.hasFailed()).isTrue();
            assertThat(log.text()).contains("the acceptor has failed, and the server ends");
        }
    }

    private BlockingServer start(Kind kind, Handler handler) throws Exception {
        var settings = TestSettings.serving(Path.of("."));
        var server = BlockingServer.start(settings, handler, ThreadPerConnection.of(kind));
        opened.add(server);
        return server;
    }

    private List<RawClient> connect(BlockingServer server, int count) throws Exception {
        var clients = new ArrayList<RawClient>();
        for (int i = 0; i < count; i++) {
            clients.add(RawClient.to(server.address()));
        }
        opened.addAll(clients);
        return clients;
    }

    /// Those of earlier servers may be about to end.
    private static Set<Thread> watchdogs() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("watchdog"))
                .collect(Collectors.toSet());
    }

    /// Virtual threads are not among these: the operating system has never heard of them.
    private static long connectionThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("connection-"))
                .count();
    }
}
