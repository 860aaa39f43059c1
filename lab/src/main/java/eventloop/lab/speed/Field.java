package eventloop.lab.speed;

import eventloop.lab.compare.Progress;
import eventloop.lab.server.Placement;
import eventloop.lab.server.RunningServer;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.server.ServerUnderTest;
import eventloop.lab.server.Servers;
import java.nio.file.Path;
import java.util.List;

/// Where all works are measured: the same servers, files, processors and number of rounds.
///
/// @param files of 1 KiB, 64 KiB and 16 MiB, each named after its bytes
record Field(Servers servers, Path files, Placement placement, int rounds, Progress progress) {
    static final String OURS = "step07";
    static final String FLOOR = "floor";

    /// Step 7, that sends large files from a mapping.
    static final String MAPPED = "step07, mapped files";

    static final String NGINX = "nginx";
    static final String NODE = "node";
    static final long SMALL = 1 << 10;
    static final long MIDDLE = 64 << 10;
    static final long LARGE = 16 << 20;

    /// The same, for a number of rounds of its own.
    Field with(int rounds) {
        return new Field(servers, files, placement, rounds, progress);
    }

    static String page(long bytes) {
        return "/" + bytes + ".bin";
    }

    Contestant start(String name) throws ServerFailure, InterruptedException {
        return new Contestant(name, RunningServer.start(server(name), files, placement));
    }

    private ServerUnderTest server(String name) throws ServerFailure {
        return switch (name) {
            case FLOOR -> new Floor(files.resolve(SMALL + ".bin"));
            case MAPPED -> servers.named(OURS, List.of("--large-files", "mapped"));
            default -> servers.named(name, List.of());
        };
    }
}
