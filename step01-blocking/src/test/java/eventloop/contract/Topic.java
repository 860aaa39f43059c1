package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/// One part of the contract: its tests, each with a server of its own that has just been started. A server
/// that keeps a test waiting fails it.
@Timeout(value = 180, threadMode = SEPARATE_THREAD)
abstract class Topic {
    /// Those of this process: who counts them is alone with them.
    static final String DESCRIPTORS = "descriptors";

    private final HttpContract step;
    private final Deque<RawClient> clients = new ArrayDeque<>();
    private Server server;

    Topic(HttpContract step) {
        this.step = step;
    }

    /// What the server is told. A topic about limits or timeouts overrides it with short ones.
    Settings settings() {
        return TestSettings.serving(site().root());
    }

    /// How many clients a test has at most. A topic with a crowd overrides it.
    int clientsAtOnce() {
        return 10;
    }

    @BeforeEach
    void startServer() throws Exception {
        server = step.start(settings(), clientsAtOnce());
    }

    @AfterEach
    @Timeout(value = 30, threadMode = SEPARATE_THREAD)
    void closeServer() throws Exception {
        while (!clients.isEmpty()) {
            clients.pop().close();
        }
        server.close();
    }

    final HttpContract step() {
        return step;
    }

    final Site site() {
        return HttpContract.site();
    }

    final Server server() {
        return server;
    }

    /// A client that is closed with the test.
    final RawClient connect() throws IOException {
        return closedWithTheTest(RawClient.to(server.address()));
    }

    final RawClient connectWithLittleRoom() throws IOException {
        return closedWithTheTest(RawClient.withLittleRoom(server.address()));
    }

    private RawClient closedWithTheTest(RawClient client) {
        clients.push(client);
        return client;
    }

    /// The answer to a request for `target` on a connection of its own.
    final RawResponse get(String target) throws IOException {
        try (var client = RawClient.to(server.address())) {
            return client.get(target);
        }
    }

    /// Whatever was done to the server before, other clients must not feel it.
    final void expectServerIsFine() throws IOException {
        var response = get("/hello.txt");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo(Site.GREETING);
    }

    /// Sends a request that cannot be served, and expects to be told so.
    final void expectRefusal(int status, String request) throws IOException {
        var client = connect();
        client.send(request);
        expectRefusal(status, client);
    }

    /// Expects the status, a page a person can read, and then the end of the connection.
    final void expectRefusal(int status, RawClient client) throws IOException {
        var response = client.read();
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Connection")).isEqualTo("close");
        expectErrorPage(response);
        client.expectEnd();
    }

    final void expectErrorPage(RawResponse response) {
        assertThat(response.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(response.text())
                .contains("<title>%d %s</title>".formatted(response.status(), response.reason()));
    }
}
