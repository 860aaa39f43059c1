package eventloop.lab.measure.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.measure.server.AnswerCheck;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.site.Mix;
import eventloop.lab.measure.site.SizedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkerRivalTest {
    private static final Map<Long, Integer> ONE_KIBIBYTE = Map.of(1024L, 1);

    static List<WorkerRival> rivals() {
        return WorkerRival.in(RivalContract.COURSE);
    }

    @ParameterizedTest
    @MethodSource("rivals")
    void severalProcessesServeOnePort(WorkerRival rival, @TempDir Path directory) throws Exception {
        var server = rival.start().of(2, 1_000);
        assumeThat(server.missing()).isEmpty();
        var root = SizedFiles.make(directory, ONE_KIBIBYTE.keySet());

        try (var running = RunningServer.start(server, root, Placement.ANYWHERE)) {
            AnswerCheck.check(running.address(), Mix.sizes(root, ONE_KIBIBYTE));

            // The first answers as soon as it is there, be the second under way or not.
            var first = ProcessHandle.of(running.pid()).orElseThrow();
            await().untilAsserted(() -> assertThat(first.children()).hasSize(2));
        }
    }

    /// Of more workers than node lets listen to one stream without a warning.
    @Test
    void ofManyWorkersThatCannotStartTheFirstSaysWhy() {
        var node = new NodeCluster(RivalContract.COURSE, 12);
        assumeThat(node.missing()).isEmpty();

        assertThatThrownBy(() -> RunningServer.start(node, Path.of("nowhere"), Placement.ANYWHERE))
                .isInstanceOf(ServerFailure.class)
                .hasMessage(
                        "node ended at once with status 1:"
                                + " static.mjs: --root: there is no such directory as nowhere");
    }
}
