package eventloop.lab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
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
    void programThatDoesNotExistGivesOneLine() {
        var nonexistent = server(List.of("no-such-program-anywhere"));

        assertThatThrownBy(() -> RunningServer.start(nonexistent, root, Placement.ANYWHERE))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("no-such-program-anywhere")
                .hasMessageNotContaining("\n");
    }

    private static ServerUnderTest server(List<String> command) {
        return new ServerUnderTest() {
            @Override
            public String name() {
                return "a server";
            }

            @Override
            public List<String> command(Path root) {
                return command;
            }
        };
    }
}
