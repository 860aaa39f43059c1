package eventloop.server;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.blocking.Main;
import eventloop.contract.RawClient;
import eventloop.contract.ServerProcess;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program as a user meets it on the command line. Its end by SIGTERM, and a port in use, are in the
/// contract of all steps.
class LaunchTest {
    @TempDir private Path root;

    @Test
    void itSaysInOneLineWhereItListens() throws Exception {
        Files.writeString(root.resolve("hello.txt"), "hello");
        try (var process = ServerProcess.start(Main.class, "--port=0", "--root=" + root);
                var client = RawClient.to(process.address())) {
            assertThat(client.get("/hello.txt").text()).isEqualTo("hello");
            assertThat(process.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--unheard-of, unknown option --unheard-of",
        "--root=/no/such/directory, --root: '/no/such/directory' is not a directory that may be searched",
        "--port=65536, '--port must be a whole number from 0 to 65535, not ''65536'''",
        "'--root=/no\nsuch', --root: '/no?such' is not a directory that may be searched",
        "--threads=green, '--threads must be one of platform, virtual, not ''green'''",
    })
    void anOptionThatCannotBeIsOneLineAndTheOptionsAndStatusTwo(String argument, String message)
            throws Exception {
        try (var process = ServerProcess.start(Main.class, argument)) {
            assertThat(process.exitStatus()).isEqualTo(2);
            assertThat(process.errors()).hasSize(2);
            assertThat(process.errors().getFirst()).startsWith("step01-blocking: " + message);
            assertThat(process.errors().getLast())
                    .isEqualTo(
                            "options: [--threads KIND]"
                                    + " [--host ADDRESS] [--port N] [--root DIR] and more, see --help");
        }
    }

    /// 192.0.2.1 is nobody's: it is for examples (RFC 5737).
    @Test
    void anAddressOfAnotherMachineIsNotTakenForAPortInUse() throws Exception {
        try (var process = ServerProcess.start(Main.class, "--host=192.0.2.1", "--root=" + root)) {
            assertThat(process.exitStatus()).isEqualTo(2);
            assertThat(process.errors())
                    .singleElement()
                    .asString()
                    .startsWith("step01-blocking: cannot listen on 192.0.2.1:8080: ")
                    .endsWith("does it belong to this machine? See --host");
        }
    }

    /// What the JDK throws where an ordinary user may not listen on every port.
    static final class PortIsReserved {
        public static void main(String... arguments) {
            Launch.server(
                    "port-is-reserved",
                    List.of(),
                    (_, _) -> {
                        throw new BindException("Permission denied");
                    },
                    arguments);
        }
    }

    @Test
    void aReservedPortIsNotTakenForOneInUse() throws Exception {
        try (var process = ServerProcess.start(PortIsReserved.class, "--port=80")) {
            assertThat(process.exitStatus()).isEqualTo(2);
            assertThat(process.errors())
                    .containsExactly(
                            "port-is-reserved: cannot listen on 127.0.0.1:80: Permission denied."
                                    + " It is in use, or needs a permission, as ports below 1024 may;"
                                    + " choose another, such as --port 8081");
        }
    }

    /// What the JDK throws where a system allows no more threads.
    static final class TooManyThreads {
        public static void main(String... arguments) {
            Launch.server(
                    "too-many-threads",
                    List.of(),
                    (_, _) -> {
                        throw new OutOfMemoryError("unable to create native thread");
                    },
                    arguments);
        }
    }

    @Test
    void whatTheSystemDoesNotAllowIsOneLineAndStatusTwo() throws Exception {
        try (var process = ServerProcess.start(TooManyThreads.class)) {
            assertThat(process.exitStatus()).isEqualTo(2);
            assertThat(process.errors())
                    .containsExactly(
                            "too-many-threads: cannot start: unable to create native thread");
        }
    }

    /// What the JDK throws where a part of its own that is needed first finds no file descriptor left.
    static final class TooFewDescriptors {
        public static void main(String... arguments) {
            Launch.server(
                    "too-few-descriptors",
                    List.of(),
                    (_, _) -> {
                        throw new ExceptionInInitializerError(
                                new IOException("Too many open files"));
                    },
                    arguments);
        }
    }

    @Test
    void whatTheJdkFailsOverIsOneLineAndStatusTwo() throws Exception {
        try (var process = ServerProcess.start(TooFewDescriptors.class)) {
            assertThat(process.exitStatus()).isEqualTo(2);
            assertThat(process.errors())
                    .containsExactly(
                            "too-few-descriptors: cannot start: java.io.IOException: Too many open files");
        }
    }

    /// One that has been told to end, and fails over it.
    static final class FailsWhileItEnds implements Server {
        private final CountDownLatch end = new CountDownLatch(1);

        public static void main(String... arguments) {
            Launch.server(
                    "fails-while-it-ends", List.of(), (_, _) -> new FailsWhileItEnds(), arguments);
        }

        @Override
        public InetSocketAddress address() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        }

        @Override
        public void awaitEnd() throws InterruptedException {
            end.await();
        }

        @Override
        public boolean hasFailed() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void aServerThatFailsWhileItEndsHasFailed() throws Exception {
        try (var process = ServerProcess.start(FailsWhileItEnds.class)) {
            process.address();
            process.terminate();
            assertThat(process.exitStatus()).isEqualTo(1);
        }
    }

    @Test
    void helpListsEveryOption() throws Exception {
        try (var process = ServerProcess.start(Main.class, "--port=x", "--help")) {
            assertThat(process.exitStatus()).isEqualTo(0);
            assertThat(process.errors()).isEmpty();
            var help = process.output();
            assertThat(help.getFirst()).isEqualTo("step01-blocking, options:");
            for (var option : CommonOptions.ALL) {
                assertThat(help).anyMatch(line -> line.startsWith("  " + option.name()));
            }
            assertThat(help)
                    .contains("  --threads KIND               platform or virtual (platform)");
        }
    }
}
