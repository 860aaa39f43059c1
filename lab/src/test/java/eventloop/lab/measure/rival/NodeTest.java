package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NodeTest {
    private final Node node = new Node(RivalContract.COURSE);

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
