package eventloop.lab.cli;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.study.peers.PeerAnswer;
import eventloop.lab.study.peers.PeerRun;
import eventloop.lab.study.peers.PeerServer;
import eventloop.lab.study.peers.PeersResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `./course check --peers`: how real servers answer the same valid requests.
///
/// @param name under which the answers are to be saved
record CheckPeers(CommandSpec spec, Optional<String> name) {
    /// Nearly all of it is the patience with clients that let a server wait.
    private static final Duration ABOUT = Duration.ofSeconds(170);

    int run() throws IOException, InterruptedException {
        CourseDirectory.claimPlaceForResult();
        var course = CourseDirectory.path();
        var end = EarlyEnd.prepare();
        var servers = PeerServer.installed(course);
        var provenance = Provenance.now(course, TypedCommand.of(spec));
        var found =
                new FoundSoFar<PeerAnswer, PeersResult>(
                        end, answers -> PeersResult.of(servers, answers, provenance), this::keep);
        try (var progress = Terminal.progress(ABOUT)) {
            end.thenDo(progress::close);
            end.thenDo(found::finish);
            progress.stage("asking");
            PeerRun.of(servers, found::add)
                    .run(
                            course.resolve("target").resolve("peers-site"),
                            news -> progress.detail(": " + news));
        }
        found.finish();
        return 0;
    }

    private void keep(PeersResult result) {
        new ResultKeeper<PeersResult>(
                        "peers",
                        new ResultFiles(CourseDirectory.path()),
                        name,
                        System.out,
                        (_, _) -> Optional.empty())
                .keep(result, PeersResult::text);
    }
}
