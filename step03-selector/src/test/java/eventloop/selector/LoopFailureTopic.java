package eventloop.selector;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withDrainTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import eventloop.contract.RawClient;
import eventloop.contract.ServerProcess;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server whose loop has failed serves nobody, and must not look as if it did: whoever started it is to learn of
/// it, and may start it again.
@Timeout(value = 180, threadMode = SEPARATE_THREAD)
abstract class LoopFailureTopic {
    private final LoopContract step;

    LoopFailureTopic(LoopContract step) {
        this.step = step;
    }

    @Test
    void endsTheProgramWithAStatusAndWithWordsThatSayWhy() throws Exception {
        try (var process = ServerProcess.start(step.mainOfServerThatFails(), "--port=0");
                var client = RawClient.to(process.address())) {
            assertThat(client.get("/").text()).isEqualTo("hello");
            client.request("GET /failure HTTP/1.1", "Host: a");
            assertThat(process.exitStatus()).isEqualTo(1);
            assertThat(process.errors())
                    .anyMatch(
                            line -> line.contains("the event loop has failed, and the server ends"))
                    .anyMatch(line -> line.contains("ClosedSelectorException"));
        }
    }

    /// Whoever started the server is to learn of this as well: the requests under way have not been answered.
    @Test
    void isThereToBeSeenWhereTheLoopStandsStillAtTheEnd() throws Exception {
        var held = new HeldLoop();
        var settings = withDrainTimeout(serving(Path.of(".")), Duration.ZERO);
        try (var server = LoopServer.start(settings, step.newLoop(), (_, _) -> held.stand());
                var client = RawClient.to(server.address())) {
            client.request("GET / HTTP/1.1", "Host: a");
            held.awaitStanding();
            server.close();
            assertThat(server.hasFailed()).isTrue();
            held.letGo();
        }
    }

    @Test
    void letsNobodyInAnyMore() throws Exception {
        var loop = step.newLoop();
        var listening = ServerSocketChannel.open();
        try (var server =
                        LoopServer.start(
                                listening,
                                serving(Path.of(".")),
                                loop,
                                ServerThatFails.failing(loop));
                var client = RawClient.to(server.address())) {
            client.request("GET /failure HTTP/1.1", "Host: a");
            server.awaitEnd();
            assertThat(listening.isOpen()).isFalse();
        }
    }
}
