package eventloop.lab.measure.server;

import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The classes of one server, ready for use in a file that all its processes map (class data sharing, the JDK's own
/// guide for `java`). What nobody needs is not there at all, while the JDK's own archive has it for every program; and
/// what they only read is in memory once, if the JVM leaves it in its place (`-XX:ArchiveRelocationMode=0`). Processes
/// that have started do not need the file any more.
public final class ClassArchive implements AutoCloseable {
    private final ServerUnderTest server;
    private final TemporaryDirectory directory;

    private ClassArchive(ServerUnderTest server, TemporaryDirectory directory) {
        this.server = server;
        this.directory = directory;
    }

    /// Rehearses: the server is started once, asked for the pages and ended; the classes it has loaded are packed.
    ///
    /// @param server that runs in a JVM, from a jar
    /// @throws ServerFailure if it does not start or answers wrong, or the JVM cannot pack them
    public static ClassArchive rehearsed(
            ServerUnderTest server, Path root, List<Page> pages, Placement placement)
            throws ServerFailure, InterruptedException {
        try {
            return rehearsed(server, root, pages, placement, TemporaryDirectory.create("classes"));
        } catch (IOException cannot) {
            throw new ServerFailure(
                    "the classes of %s cannot be packed: %s"
                            .formatted(server.name(), cannot.getMessage()));
        }
    }

    private static ClassArchive rehearsed(
            ServerUnderTest server,
            Path root,
            List<Page> pages,
            Placement placement,
            TemporaryDirectory directory)
            throws ServerFailure, IOException, InterruptedException {
        try {
            var classes = directory.path().resolve("classes");
            var archive = new ClassArchive(server, directory);
            archive.rehearse("-XX:DumpLoadedClassList=" + classes, root, pages, placement);
            archive.pack("-XX:SharedClassListFile=" + classes, root);
            return archive;
        } catch (ServerFailure | IOException | InterruptedException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private void rehearse(String flag, Path root, List<Page> pages, Placement placement)
            throws ServerFailure, IOException, InterruptedException {
        var rehearsing = new WithFlags(server, List.of(flag));
        try (var running = RunningServer.start(rehearsing, root, placement)) {
            AnswerCheck.check(running.address(), pages);
        }
    }

    /// The server's own command, for a JVM that packs classes and ends before the server would begin. They are packed as
    /// they are once they are linked (JEP 483), which no process has to do again.
    private void pack(String classes, Path root)
            throws ServerFailure, IOException, InterruptedException {
        var packing =
                new WithFlags(
                        server,
                        List.of(
                                "-Xshare:dump",
                                "-XX:+AOTClassLinking",
                                classes,
                                "-Xlog:disable",
                                file()));
        var output = directory.path().resolve("output");
        var command = packing.launch(root).command();
        if (Children.runQuietly(command, Path.of("."), output) != 0) {
            throw new ServerFailure(
                    "the JVM cannot pack the classes of %s: %s"
                            .formatted(server.name(), Files.readString(output).strip()));
        }
    }

    private String file() {
        return "-XX:SharedArchiveFile=" + directory.path().resolve("archive");
    }

    /// The same server, whose processes share it. One whose archive does not fit would not start.
    public ServerUnderTest shared() {
        return new Variant(
                new WithFlags(server, List.of("-Xshare:on", file())), server.name(), List.of());
    }

    @Override
    public void close() {
        directory.close();
    }
}
