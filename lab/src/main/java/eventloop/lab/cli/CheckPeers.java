package eventloop.lab.cli;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.ResultFiles;
import eventloop.lab.measure.result.ResultKeeper;
import eventloop.lab.study.peers.PeerServer;
import eventloop.lab.study.peers.PeersResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        var result = ask(PeerServer.installed(course), course);
        new ResultKeeper<PeersResult>(
                        "peers",
                        new ResultFiles(course),
                        name,
                        System.out,
                        (_, _) -> Optional.empty())
                .keep(result, result.text());
        return 0;
    }

    private PeersResult ask(List<PeerServer> servers, Path course)
            throws IOException, InterruptedException {
        try (var progress = Terminal.progress(ABOUT)) {
            progress.stage("asking");
            return PeersResult.of(
                    servers,
                    course.resolve("target").resolve("peers-site"),
                    Provenance.now(course, CourseDirectory.commandLine(spec)),
                    news -> progress.detail(": " + news));
        }
    }
}
