package eventloop.lab.study.check;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.PlainFileServer;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.study.check.ViciousServer.Vice;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortRunTest {
    @TempDir private Path directory;
    private CheckSite site;

    @BeforeEach
    void makeSite() throws Exception {
        site = CheckSite.in(directory);
    }

    @Test
    void serverThatSomebodyElseHasStartedIsCheckedByItsPortAlone() throws Exception {
        var cells = run(new PlainFileServer(), Optional.empty());

        assertThat(cells).hasSameSizeAs(Checks.OF_A_PORT);
        assertThat(cell(cells, new PipeliningCheck()).finding()).isEqualTo(Finding.GREEN);
        assertThat(cell(cells, new PartCheck()).finding()).isInstanceOf(Finding.Red.class);
        assertThat(cells).anyMatch(Cell::isSurprise);
    }

    @Test
    void redsOfTheStepAreExpected() throws Exception {
        var part = cell(run(new PlainFileServer(), Optional.of(4)), new PartCheck());

        assertThat(part.mark()).isEqualTo("✗");
    }

    @Test
    void theTableSaysWhatWasSeen() throws Exception {
        var run = new PortRun(URI.create("http://127.0.0.1:1/"), site, Optional.of(4));
        var cells =
                List.of(
                        new Cell("one", 4, false, Finding.GREEN),
                        new Cell("two", 4, true, Finding.red("no")),
                        new Cell("three", 4, false, Finding.red("oh")));

        assertThat(run.table(cells).lines().skip(2))
                .containsExactly("one    ✓", "two    ✗       as expected: no", "three  ✗!      oh");
    }

    @Test
    void wrongBytesAreFound() throws Exception {
        var page =
                cell(
                        run(new ViciousServer(Vice.WRONG_BYTE), Optional.empty()),
                        new RightPageCheck());

        assertThat(page.finding()).isInstanceOf(Finding.Red.class);
    }

    @Test
    void itIsSeenWhetherSomebodyListens() throws Exception {
        var address = InetAddress.getByName("127.0.0.1");
        PortRun run;
        try (var socket = new ServerSocket(0, 1, address)) {
            var server = URI.create("http://127.0.0.1:%d/".formatted(socket.getLocalPort()));
            run = new PortRun(server, site, Optional.empty());
            assertThat(run.isListening()).isTrue();
        }
        assertThat(run.isListening()).isFalse();
    }

    private List<Cell> run(ServerUnderTest server, Optional<Integer> step) throws Exception {
        try (var running = RunningServer.start(server, directory, Placement.ANYWHERE)) {
            return new PortRun(running.address(), site, step).run();
        }
    }

    private static Cell cell(List<Cell> cells, Check check) {
        return cells.stream()
                .filter(cell -> cell.check().equals(check.name()))
                .findFirst()
                .orElseThrow();
    }
}
