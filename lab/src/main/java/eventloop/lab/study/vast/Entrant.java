package eventloop.lab.study.vast;

import eventloop.lab.measure.rival.WorkerRival;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServers;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.WithFlags;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A server of the run, in as many processes as it takes.
public sealed interface Entrant {
    /// In tables and results.
    String name();

    /// About: for the question whether the machine has memory enough.
    long bytesAProcess();

    /// The same, of each client.
    long bytesAClient();

    /// Whether a JVM can be asked how much of its heap is in use.
    boolean isJava();

    /// @param processes that share the port
    /// @param connectionsEach the most that one of them may have
    /// @throws ServerFailure if it does not start
    RunningServers start(int processes, int connectionsEach, Path root, Placement placement)
            throws ServerFailure, InterruptedException;

    /// One of the course's own: its processes are started one by one, and share a port by SO_REUSEPORT.
    record Sharing(String name, ServerUnderTest server) implements Entrant {
        /// Of several beside each other: each has a part of the clients, who seldom ask, and room for garbage would be
        /// taken many times. What the compilers have had is given back to the system. The JDK's own classes stay where
        /// their archive has them, so that all processes share one copy; and nobody looks four times a second for locks
        /// that are out of use.
        public static final List<String> FLAGS_OF_SEVERAL =
                List.of(
                        "-Xms4m",
                        "-Xmn2m",
                        "-XX:TrimNativeHeapInterval=10000",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-XX:AsyncDeflationInterval=0");

        /// More than so many are many: each has so few requests that to compile a second time what runs often never
        /// pays.
        private static final int SEVERAL = 8;

        public static final List<String> FLAGS_OF_MANY =
                Stream.concat(FLAGS_OF_SEVERAL.stream(), Stream.of("-XX:TieredStopAtLevel=1"))
                        .toList();

        private ServerUnderTest oneOf(int processes) {
            if (processes == 1) {
                return server;
            }
            return new WithFlags(server, processes <= SEVERAL ? FLAGS_OF_SEVERAL : FLAGS_OF_MANY);
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
                int processes, int connectionsEach, Path root, Placement placement)
                throws ServerFailure, InterruptedException {
            return RunningServers.start(oneOf(processes), processes, root, placement);
        }
    }

    /// One of others: its first process starts all that serve.
    record Working(WorkerRival rival) implements Entrant {
        private static final String NODE = "node";

        @Override
        public String name() {
            return rival.name();
        }

        @Override
        public long bytesAProcess() {
            return name().equals(NODE) ? 60 << 20 : 12 << 20;
        }

        @Override
        public long bytesAClient() {
            return name().equals(NODE) ? 6 << 10 : 1 << 10;
        }

        @Override
        public boolean isJava() {
            return false;
        }

        @Override
        public RunningServers start(
                int processes, int connectionsEach, Path root, Placement placement)
                throws ServerFailure, InterruptedException {
            return RunningServers.start(
                    rival.start().of(processes, connectionsEach), 1, root, placement);
        }
    }
}
