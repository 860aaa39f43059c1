package eventloop.lab.measure.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {
    @TempDir private Path root;

    @Test
    void listensWhereItSays() throws Exception {
        try (var server = RunningServer.start(new PlainFileServer(), root, Placement.ANYWHERE);
                var socket = new Socket(server.address().getHost(), server.address().getPort())) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void isGoneOnceItIsClosed() throws Exception {
        var server = RunningServer.start(new PlainFileServer(), root, Placement.ANYWHERE);

        server.close();

        assertThat(server.isAlive()).isFalse();
        assertThat(ProcessHandle.of(server.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void serverThatDiesAtItsStartGivesOneLineInItsOwnWords() {
        var jarless = new Step(9, "step09-missing", Path.of("nowhere.jar"));

        assertThatThrownBy(() -> RunningServer.start(jarless, root, Placement.ANYWHERE))
                .isInstanceOf(ServerFailure.class)
                .hasMessage(
                        "step09-missing ended at once with status 1:"
                                + " Error: Unable to access jarfile nowhere.jar");
    }

    @Test
    void serverThatDiesLaterTellsItsStatusAndWhatItSaidLast() throws Exception {
        var script =
                """
                echo listening on http://127.0.0.1:1/
                echo first words >&2
                echo no memory left >&2
                printf '\\tat some.place(Some.java:1)\\n\\n' >&2
                exit 3
                """;
        var mortal = server(new Launch.Announced(List.of("sh", "-c", script)));

        try (var server = RunningServer.start(mortal, root, Placement.ANYWHERE)) {
            assertThat(server.died("under load"))
                    .hasMessage("a server died under load with status 3: no memory left");
            assertThatThrownBy(() -> server.expectAlive("under load"))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessage("a server died under load with status 3: no memory left");
        }
    }

    @Test
    void programThatDoesNotExistGivesOneLine() {
        var nonexistent = server(new Launch.Announced(List.of("no-such-program-anywhere")));

        assertThatThrownBy(() -> RunningServer.start(nonexistent, root, Placement.ANYWHERE))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("no-such-program-anywhere")
                .hasMessageNotContaining("\n");
    }

    @Test
    void serverThatSaysNothingIsReadyOnceItAccepts() throws Exception {
        var directory = TemporaryDirectory.create("silent");
        var address = URI.create("http://127.0.0.1:" + FreePort.choose() + "/");
        var silent = server(new Launch.Silent(serverAt(address), address, directory));

        try (var server = RunningServer.start(silent, root, Placement.ANYWHERE);
                var socket = new Socket(server.address().getHost(), server.address().getPort())) {
            assertThat(server.address()).isEqualTo(address);
            assertThat(socket.isConnected()).isTrue();
            assertThat(directory.path()).exists();
        }
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void whoListensAlreadyIsNotTakenForTheServer() throws Exception {
        try (var foreign = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var directory = TemporaryDirectory.create("silent");
            var address = URI.create("http://127.0.0.1:%d/".formatted(foreign.getLocalPort()));
            var silent = server(new Launch.Silent(List.of("sleep", "600"), address, directory));

            assertThatThrownBy(() -> RunningServer.start(silent, root, Placement.ANYWHERE))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessage("a server cannot listen at %s: another program does", address);
            assertThat(directory.path()).doesNotExist();
        }
    }

    @Test
    void serverThatSaysNothingAndDiesGivesItsWordsAndLeavesNoDirectory() throws Exception {
        var directory = TemporaryDirectory.create("silent");
        var command = List.of(Java.executable(), "-jar", "nowhere.jar");

        try (var nobody = new Nobody()) {
            var silent = server(new Launch.Silent(command, nobody.address(), directory));

            assertThatThrownBy(() -> RunningServer.start(silent, root, Placement.ANYWHERE))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessage(
                            "a server ended at once with status 1:"
                                    + " Error: Unable to access jarfile nowhere.jar");
        }
        assertThat(directory.path()).doesNotExist();
    }

    private List<String> serverAt(URI address) {
        return PlainFileServer.command(root, address.getPort());
    }

    private static ServerUnderTest server(Launch launch) {
        return new ServerUnderTest() {
            @Override
            public String name() {
                return "a server";
            }

            @Override
            public Launch launch(Path root) {
                return launch;
            }
        };
    }
}
