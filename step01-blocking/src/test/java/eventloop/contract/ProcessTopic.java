package eventloop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server as a program: how it begins, how it ends, and how it lives without file descriptors.
@Timeout(value = 300, threadMode = SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Topic.DESCRIPTORS, mode = ResourceAccessMode.READ)
abstract class ProcessTopic {
    private static final int FEW_DESCRIPTORS = 64;
    private static final int BIG = 64 * Site.MIB;

    private static final List<String> AS_ORDINARY_USER =
            System.getProperty("user.name").equals("root")
                    ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search")
                    : List.of("env");

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
        // Longer than anybody waits here: it ends when all is sent.
        try (var process =
                ServerProcess.start(step.mainClass(), arguments("--drain-timeout=1000"))) {
            var address = process.address();
            try (var client = RawClient.to(address)) {
                client.request("GET " + Site.fileOfSize(BIG) + " HTTP/1.1", "Host: a");
                client.readHead();
                process.terminate();
                await().until(() -> RawClient.isRefusedBy(address));
                assertThat(Arrays.equals(client.readBytes(BIG), Site.content(BIG))).isTrue();
            }
            assertThat(process.exitStatus()).isEqualTo(0);
        }
    }

    @Test
    void aPortInUseIsOneLineThatSaysWhatToDoAndStatusTwo() throws Exception {
        try (var taken = new ServerSocket(0);
                var process =
                        ServerProcess.start(
                                step.mainClass(), arguments("--port=" + taken.getLocalPort()))) {
            assertThat(process.exitStatus()).isEqualTo(2);
            assertThat(process.errors())
                    .singleElement()
                    .asString()
                    .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .endsWith("or choose another port, such as --port 8081");
        }
    }

    @Test
    void whoAsksForAllAddressesOfIpv4IsNotReachedByIpv6() throws Exception {
        try (var process = ServerProcess.start(step.mainClass(), arguments("--host=0.0.0.0"))) {
            var address = process.address();
            assertThat(address.getAddress()).isInstanceOf(Inet4Address.class);
            assertThat(RawClient.isRefusedBy(new InetSocketAddress("127.0.0.1", address.getPort())))
                    .isFalse();
            assertThat(RawClient.isRefusedBy(new InetSocketAddress("::1", address.getPort())))
                    .isTrue();
        }
    }

    @Test
    void anOptionOutOfItsRangeIsToldByItsNameAndStatusTwo() throws Exception {
        var option = step.impossibleOption();
        try (var process = ServerProcess.start(step.mainClass(), arguments(option))) {
            assertThat(process.exitStatus()).isEqualTo(2);
            assertThat(process.errors()).hasSize(2);
            assertThat(process.errors().getFirst()).contains(option.split("=")[0] + " must be ");
            assertThat(process.errors().getLast()).startsWith("options: ");
        }
    }

    /// In these locales Java has no characters for the bytes of such names; the names in a URL are UTF-8.
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "xx_XX.UTF-8", "ko_KR.UTF-8", ""})
    @EnabledOnOs(OS.LINUX)
    void namesReachTheirFilesInEveryLocale(String locale) throws Exception {
        var environment = List.of("env", "-u", "LANG", "-u", "LC_CTYPE", "LC_ALL=" + locale);
        try (var process = ServerProcess.startBy(environment, step.mainClass(), arguments());
                var client = RawClient.to(process.address())) {
            assertThat(client.get("/%ED%95%9C%EA%B8%80%20%EB%AC%B8%EC%84%9C.txt").text())
                    .isEqualTo("한글");
            assertThat(client.get("/%EC%9E%90%EB%A3%8C/").text()).isEqualTo("자료");
            assertThat(client.get("/%EC%9E%90%EB%A3%8C").header("Location"))
                    .isEqualTo("/%EC%9E%90%EB%A3%8C/");
            assertThat(client.get("/%EC%9E%90%EB%A3%8C/%C3%BC.txt").status()).isEqualTo(404);
        }
    }

    /// The root may be searched and not read, and so may a directory in it, as with the permissions 711: whoever
    /// knows a name in them may have the file. The superuser may read them all the same, so it is started
    /// without that power.
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatMayBeSearchedNeedNotBeRead(@TempDir Path directory) throws Exception {
        var below = Files.createDirectories(directory.resolve("root/below/one more"));
        Files.writeString(directory.resolve("secret.txt"), Site.SECRET);
        Files.writeString(directory.resolve("root/file.txt"), "at the root");
        Files.writeString(below.resolve("index.html"), "far below");
        Files.createSymbolicLink(below.resolve("out.txt"), directory.resolve("secret.txt"));
        Files.createSymbolicLink(below.resolve("in.txt"), directory.resolve("root/file.txt"));
        var readable = Files.createDirectories(below.resolve("readable"));
        var deep = Files.createDirectories(readable.resolve("deep"));
        Files.writeString(deep.resolve("file.txt"), "behind one that may be read");
        var closed = Files.createDirectories(directory.resolve("root/closed"));
        Files.writeString(closed.resolve("file.txt"), "closed");
        var root = directory.resolve("root");
        setPermissions("---------", closed);
        setPermissions("--x--x--x", deep, below, below.getParent(), root);
        var arguments = new String[] {"--port", "0", "--root", root.toString()};
        try (var process = ServerProcess.startBy(AS_ORDINARY_USER, step.mainClass(), arguments);
                var client = RawClient.to(process.address())) {
            assertThat(client.get("/file.txt").text()).isEqualTo("at the root");
            assertThat(client.get("/below/one%20more/").text()).isEqualTo("far below");
            assertThat(client.get("/below/one%20more/in.txt").text()).isEqualTo("at the root");
            assertThat(client.get("/below/one%20more/readable/deep/file.txt").text())
                    .isEqualTo("behind one that may be read");
            assertThat(client.get("/below/one%20more").status()).isEqualTo(301);
            assertThat(client.get("/below/nothing").status()).isEqualTo(404);
            assertThat(client.get("/below/one%20more/out.txt").status()).isEqualTo(403);
            assertThat(client.get("/closed/file.txt").status()).isEqualTo(403);
            long before = process.openDescriptors();
            for (int i = 0; i < 50; i++) {
                client.get("/below/one%20more/nothing");
                client.get("/below/one%20more/out.txt");
            }
            assertThat(process.openDescriptors()).isLessThan(before + 20);
        } finally {
            setPermissions("rwxr-xr-x", root, closed, below.getParent(), below, deep);
        }
    }

    private static void setPermissions(String permissions, Path... paths) throws IOException {
        for (var path : paths) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutDescriptorsItWaitsAndRecovers() throws Exception {
        try (var process =
                ServerProcess.startWithDescriptors(
                        FEW_DESCRIPTORS, step.mainClass(), arguments())) {
            var address = process.address();
            expectAnswer(address);
            var clients = new ArrayList<RawClient>();
            for (int i = 0; i < 2 * FEW_DESCRIPTORS; i++) {
                clients.add(RawClient.to(address));
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> process.openDescriptors() == FEW_DESCRIPTORS);
            expectNoHurry(process);
            expectUnavailable(clients.getFirst());
            for (var client : clients) {
                client.close();
            }
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> answers(address));
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
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(process::isAlive);
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
