package eventloop.lab.cli;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.study.peers.PeerAnswer;
import eventloop.lab.study.peers.PeerRun;
import eventloop.lab.study.peers.PeerServer;
import eventloop.lab.study.peers.PeersResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/// `./course check --peers`: how real servers answer the same valid requests.
///
/// @param saving under which name the answers are to be saved
record CheckPeers(CommandSpec spec, Saving saving) {
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
        var silent = List.<String>of();
        try (var progress = Terminal.progress(ABOUT)) {
            end.thenDo(progress::close);
            end.thenDo(found::finish);
            progress.stage("asking");
            silent =
                    PeerRun.of(servers, found::add)
                            .run(
                                    course.resolve("target").resolve("peers-site"),
                                    news -> progress.detail(": " + news));
        }
        found.finish();
        tell(silent, end);
        return silent.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /// Servers that did not start, unless it is the lab that has ended them.
    private static void tell(List<String> silent, EarlyEnd end) {
        end.unlessBegun(() -> silent.forEach(line -> System.err.println("course: " + line)));
    }

    private void keep(PeersResult result) {
        saving.<PeersResult>keeper("peers").keep(result, PeersResult::text);
    }
}
