package eventloop.lab.study.vast;

import eventloop.lab.measure.rival.WorkerRival;
import eventloop.lab.measure.server.ClassArchive;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServers;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerProcesses;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Variant;
import eventloop.lab.measure.server.WithFlags;
import eventloop.lab.measure.site.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A server of the run, in as many processes as it takes.
public sealed interface Entrant {
    /// In tables and results.
    String name();

    /// What this machine lacks to start it, and how to get it; nothing if it can be started.
    Optional<String> missing();

    /// About: for the question whether the machine has memory enough.
    long bytesAProcess();

    /// The same, of each client.
    long bytesAClient();

    /// How many it takes, so that none is full while others have room.
    ///
    /// @param connectionsEach the most that one of them may have
    default int processes(int clients, int connectionsEach) {
        return new ServerProcesses(connectionsEach).holding(clients);
    }

    /// Whether a JVM can be asked how much of its heap is in use.
    boolean isJava();

    /// @param processes that share the port
    /// @param connectionsEach the most that one of them may have
    /// @param pages that it will be asked for
    /// @throws ServerFailure if it does not start
    RunningServers start(
            int processes, int connectionsEach, Path root, List<Page> pages, Placement placement)
            throws ServerFailure, InterruptedException;

    /// One of the course's own: its processes are started one by one, and share a port by SO_REUSEPORT.
    record Sharing(String name, ServerUnderTest server) implements Entrant {
        /// Helpers and cache are made for a whole machine; each of several has a part of the work, and one page.
        private static final List<String> OPTIONS_OF_SEVERAL =
                List.of("--workers", "1", "--cache", "64k");

        @Override
        public Optional<String> missing() {
            return server.missing();
        }

        @Override
        public long bytesAProcess() {
            return 80 << 20;
        }

        @Override
        public long bytesAClient() {
            return 1 << 10;
        }

        @Override
        public boolean isJava() {
            return true;
        }

        @Override
        public RunningServers start(
                int processes,
                int connectionsEach,
                Path root,
                List<Page> pages,
                Placement placement)
                throws ServerFailure, InterruptedException {
            return processes == 1
                    ? RunningServers.start(server, 1, root, placement)
                    : startSeveral(processes, root, pages, placement);
        }

        private RunningServers startSeveral(
                int processes, Path root, List<Page> pages, Placement placement)
                throws ServerFailure, InterruptedException {
            var one =
                    new Variant(
                            new WithFlags(server, SharingFlags.FLAGS),
                            server.name(),
                            OPTIONS_OF_SEVERAL);
            try (var archive = ClassArchive.rehearsed(one, root, pages, placement)) {
                return RunningServers.start(archive.shared(), processes, root, placement);
            }
        }
    }

    /// One of others: its first process starts all that serve.
    record Working(WorkerRival rival) implements Entrant {
        @Override
        public String name() {
            return rival.name();
        }

        @Override
        public Optional<String> missing() {
            return rival.start().of(1, 1).missing();
        }

        @Override
        public long bytesAProcess() {
            return rival.bytesAProcess();
        }

        @Override
        public long bytesAClient() {
            return rival.bytesAClient();
        }

        /// Where clients are not dealt evenly, half is left free for those who get more.
        @Override
        public int processes(int clients, int connectionsEach) {
            boolean fit = rival.dealsEvenly() || clients <= connectionsEach;
            return new ServerProcesses(fit ? connectionsEach : connectionsEach / 2)
                    .holding(clients);
        }

        @Override
        public boolean isJava() {
            return false;
        }

        @Override
        public RunningServers start(
                int processes,
                int connectionsEach,
                Path root,
                List<Page> pages,
                Placement placement)
                throws ServerFailure, InterruptedException {
            return RunningServers.start(
                    rival.start().of(processes, connectionsEach), 1, root, placement);
        }
    }
}
