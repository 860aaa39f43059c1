package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodeTest {
    private final Node node = new Node(RivalContract.COURSE);

    /// Its package has another name than the program. A node that comes from elsewhere is of unknown age.
    @Test
    void whereDebianHasPackagedItItsAgeIsKnown() {
        var packaged =
                Node.PROGRAM
                        .version()
                        .flatMap(version ->
                                DebianChangelog.OF_THIS_MACHINE.firstPackaged("nodejs", version));
        assumeThat(packaged).isPresent();

        assertThat(node.release().flatMap(Release::date)).isEqualTo(packaged);
    }

    @Test
    void startThatFailsIsToldInOneLine() {
        assumeThat(node.missing()).isEmpty();

        assertThatThrownBy(() -> RunningServer.start(node, Path.of("nowhere"), Placement.ANYWHERE))
                .isInstanceOf(ServerFailure.class)
                .hasMessage(
                        "node ended at once with status 2:"
                                + " static.mjs: --root: there is no such directory as nowhere");
    }
}
