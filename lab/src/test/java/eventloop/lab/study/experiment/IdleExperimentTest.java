package eventloop.lab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class IdleExperimentTest {
    @Test
    void threadsOfAServerThatHasOneForEachAreCountedOnceItHoldsThemAll() throws Exception {
        try (var server = new ThreadEachServer(path -> ThreadEachServer.page(200));
                var experiment = IdleExperiment.begin(server.address(), 100, "")) {
            var result = experiment.result();

            assertThat(result.after().orElseThrow().threads())
                    .isBetween(
                            result.before().orElseThrow().threads() + 80,
                            result.before().orElseThrow().threads() + 120);
            assertThat(result.next().words()).startsWith("2 × 200");
            assertThat(experiment.clients().count()).isEqualTo(100);
        }
    }

    @Test
    void whoIsAnsweredOrDroppedIsNotHeldAnyLonger() throws Exception {
        try (var server = new ThreadEachServer(path -> ThreadEachServer.page(503));
                var clients = HeldClients.connect(server.address(), 3, "GET / HTTP/1.1\r\n\r\n")) {
            await().untilAsserted(() -> {
                clients.dismissed();
                assertThat(clients.count()).isZero();
            });
        }
    }

    @Test
    void theirStatusIsTold() throws Exception {
        try (var server = new ThreadEachServer(path -> ThreadEachServer.page(503));
                var clients = HeldClients.connect(server.address(), 1, "GET / HTTP/1.1\r\n\r\n")) {
            await().until(clients::dismissed, dismissed -> dismissed.containsKey("503"));
        }
    }

    @Test
    void nobodyThereIsNoExperiment() throws Exception {
        int free;
        try (var port = new ServerSocket(0)) {
            free = port.getLocalPort();
        }
        var nobody = URI.create("http://127.0.0.1:%d/".formatted(free));

        assertThatThrownBy(() -> IdleExperiment.begin(nobody, 1, ""))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> HeldClients.connect(nobody, 7, ""))
                .isInstanceOf(CrowdException.class)
                .hasMessageStartingWith("only 0 of 7 clients came in: ");
    }
}
