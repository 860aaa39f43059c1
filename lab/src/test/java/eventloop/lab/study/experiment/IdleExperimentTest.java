package eventloop.lab.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eventloop.lab.measure.server.Nobody;
import java.net.ConnectException;
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
        try (var nobody = new Nobody()) {
            assertThatThrownBy(() -> IdleExperiment.begin(nobody.address(), 1, ""))
                    .isInstanceOf(ConnectException.class);
            assertThatThrownBy(() -> HeldClients.connect(nobody.address(), 7, ""))
                    .isInstanceOf(CrowdException.class)
                    .hasMessageStartingWith("only 0 of 7 clients came in: ");
        }
    }
}
