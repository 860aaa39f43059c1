package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.PlainFileServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.Servers;
import eventloop.lab.measure.site.SizedFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Fields for tests: three rounds, and a file of 1 KiB.
final class Fields {
    static final int ROUNDS = 3;

    private Fields() {}

    /// Where every server is the JDK's own.
    ///
    /// @param missing servers that are not installed
    static Field plain(Path files, String... missing) throws IOException {
        return of(
                files,
                (name, options) -> {
                    if (List.of(missing).contains(name)) {
                        throw new ServerFailure("not installed");
                    }
                    return new PlainFileServer();
                });
    }

    static Field of(Path files, Servers servers) throws IOException {
        SizedFiles.make(files, List.of(Field.SMALL));
        var progress =
                new Progress(new PrintStream(new ByteArrayOutputStream()), false, Duration.ZERO);
        return new Field(
                servers,
                files,
                Placement.ANYWHERE,
                ROUNDS,
                progress,
                Nearness.of(Placement.ANYWHERE));
    }
}
