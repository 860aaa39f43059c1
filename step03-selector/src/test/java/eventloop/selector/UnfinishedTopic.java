package eventloop.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.contract.ServerProcess;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Clients who begin requests and do not end them: all together they send more than the server's heap holds.
abstract class UnfinishedTopic {
    private static final List<String> LITTLE_HEAP =
            List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final int CLIENTS = 1_500;
    private static final String BEGINNING =
            "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(30_000);
    private static final String END = "\r\n\r\n";

    private final LoopContract step;
    private final Deque<RawClient> clients = new ArrayDeque<>();
    private ServerProcess process;
    private InetSocketAddress address;

    UnfinishedTopic(LoopContract step) {
        this.step = step;
    }

    @BeforeEach
    void begin() throws Exception {
        process =
                ServerProcess.startWith(
                        LITTLE_HEAP,
                        step.mainOfServerThatFails(),
                        "--port=0",
                        "--request-timeout=3600");
        address = process.address();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(RawClient.to(address));
            clients.getLast().send(BEGINNING);
        }
    }

    @AfterEach
    void end() throws Exception {
        closeClients();
        process.close();
    }

    private void closeClients() throws Exception {
        while (!clients.isEmpty()) {
            clients.remove().close();
        }
    }

    @Test
    void areWaitedForWhileThereIsRoomAndThenToldThatThereIsNone() throws Exception {
        var refused = clients.getLast().read();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        clients.getFirst().send(END);
        assertThat(clients.getFirst().read().text()).isEqualTo("hello");
        try (var whoseRequestArrivesWhole = RawClient.to(address)) {
            assertThat(whoseRequestArrivesWhole.get("/").text()).isEqualTo("hello");
        }
        assertThat(process.errors()).isEmpty();
    }

    @Test
    void makeRoomWhenTheyLeave() throws Exception {
        closeClients();
        await().atMost(Duration.ofSeconds(50))
                .untilAsserted(() -> {
                    try (var client = RawClient.to(address)) {
                        client.send(BEGINNING);
                        client.send(END);
                        assertThat(client.read().status()).isEqualTo(200);
                    }
                });
    }
}
