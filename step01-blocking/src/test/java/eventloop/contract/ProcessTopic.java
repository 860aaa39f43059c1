package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// The server as a program: how it begins, how it ends, and how it lives without file descriptors.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Topic.DESCRIPTORS, mode = ResourceAccessMode.READ)
abstract class ProcessTopic {
    private static final int DESCRIPTORS = 64;
    private static final int BIG = 64 * Site.MIB;

    private final HttpContract step;

    ProcessTopic(HttpContract step) {
        this.step = step;
    }

    private String[] arguments(String... more) {
        var root = HttpContract.site().root().toString();
        return Stream.concat(Stream.of("--port", "0", "--root", root), Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void itSaysWhereItListensAndEndsInOrderWhenAskedTo() throws Exception {
        try (var process = ServerProcess.start(step.mainClass(), arguments());
                var idle = RawClient.to(process.address())) {
            assertThat(idle.get("/hello.txt").text()).isEqualTo(Site.GREETING);
            process.terminate();
            idle.expectEnd();
            assertThat(process.exitStatus()).isEqualTo(0);
            assertThat(process.errors()).isEmpty();
        }
    }

    @Test
    void itFinishesWhatIsUnderWayBeforeItEnds() throws Exception {
        try (var process = ServerProcess.start(step.mainClass(), arguments())) {
            var address = process.address();
            try (var client = RawClient.to(address)) {
                client.request("GET " + Site.fileOfSize(BIG) + " HTTP/1.1", "Host: a");
                client.readHead();
                process.terminate();
                await().until(() -> isNotListening(address));
                assertThat(Arrays.equals(client.readBytes(BIG), Site.content(BIG))).isTrue();
            }
            assertThat(process.exitStatus()).isEqualTo(0);
        }
    }

    private static boolean isNotListening(InetSocketAddress address) throws IOException {
        try (var _ = RawClient.to(address)) {
            return false;
        } catch (ConnectException refused) {
            return true;
        }
    }

    @Test
    void aPortInUseIsOneLineAndStatusTwo() throws Exception {
        try (var taken = new ServerSocket(0);
                var process =
                        ServerProcess.start(
                                step.mainClass(), arguments("--port=" + taken.getLocalPort()))) {
            assertThat(process.exitStatus()).isEqualTo(2);
            assertThat(process.errors()).hasSize(2);
            assertThat(process.errors().getFirst())
                    .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
            assertThat(process.errors().getLast()).startsWith("usage: ");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutDescriptorsItWaitsAndRecovers() throws Exception {
        try (var process =
                ServerProcess.startWithDescriptors(DESCRIPTORS, step.mainClass(), arguments())) {
            var address = process.address();
            expectAnswer(address);
            var clients = new ArrayList<RawClient>();
            for (int i = 0; i < 2 * DESCRIPTORS; i++) {
                clients.add(RawClient.to(address));
            }
            await().until(() -> process.openDescriptors() == DESCRIPTORS);
            expectNoHurry(process);
            expectUnavailable(clients.getFirst());
            for (var client : clients) {
                client.close();
            }
            await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> answers(address));
            process.terminate();
            assertThat(process.exitStatus()).isEqualTo(0);
        }
    }

    /// Who was let in is told that there is no file for them now, not that there is none.
    private static void expectUnavailable(RawClient client) throws IOException {
        var response = client.get("/docs/page.html");
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isNotEmpty();
    }

    /// It lives, and does not try again and again what cannot be done.
    private static void expectNoHurry(ServerProcess process) {
        var before = process.processorTime();
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(process::isAlive);
        assertThat(process.processorTime().minus(before)).isLessThan(Duration.ofSeconds(1));
    }

    private static void expectAnswer(InetSocketAddress address) throws IOException {
        assertThat(answers(address)).isTrue();
    }

    private static boolean answers(InetSocketAddress address) throws IOException {
        try (var client = RawClient.to(address)) {
            return client.get("/hello.txt").status() == 200;
        }
    }
}
