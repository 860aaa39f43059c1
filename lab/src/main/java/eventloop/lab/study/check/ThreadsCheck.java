package eventloop.lab.study.check;

import eventloop.lab.measure.observe.ProcessFiles;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.util.List;

/// Whether every client has a thread of its own. Half as many leave room for those that the JVM starts for
/// itself.
final class ThreadsCheck implements Check {
    private static final int CLIENTS = 100;
    private static final int MOST_THREADS = CLIENTS / 2;

    @Override
    public String name() {
        return "threads do not grow with the clients";
    }

    @Override
    public String sentence() {
        return "A hundred clients connect; the server must not have fifty threads more than before.";
    }

    @Override
    public List<ExpectedRed> expectedReds() {
        return List.of(ExpectedRed.inStep(1, "every client gets a thread of its own"));
    }

    @Override
    public Finding examine(Subject subject)
            throws IOException, ServerFailure, InterruptedException {
        try (var server = subject.start()) {
            var process = ProcessFiles.of(server.pid());
            var before = process.threads();
            try (var _ = Crowd.of(CLIENTS, server.address());
                    var next = RawClient.to(server.address())) {
                // Once this one is answered, those who came before have been let in.
                Served.expect(next.get(CheckSite.PAGE));
                var after = process.threads();
                if (before.isEmpty() || after.isEmpty()) {
                    return Finding.unknown("this operating system does not tell the threads");
                }
                int more = after.getAsInt() - before.getAsInt();
                return more < MOST_THREADS
                        ? Finding.GREEN
                        : Finding.red("%d clients made %d threads", CLIENTS, more);
            }
        }
    }
}
