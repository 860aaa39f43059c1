package eventloop.lab.measure.rival;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.server.FreePort;
import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// lighttpd, which is one process with one thread unless it is told otherwise.
record Lighttpd() implements InstalledRival {
    private static final Program PROGRAM =
            new Program("lighttpd", "-v", "apt-get install lighttpd or brew install lighttpd");
    private static final ConfigurationFile CONFIGURATION = new ConfigurationFile("lighttpd.conf");

    /// It counts them in 16 bits, and of more it takes the rest.
    private static final int MOST_OPEN_FILES = 65_535;

    @Override
    public Program program() {
        return PROGRAM;
    }

    @Override
    public Launch launch(Path root) throws IOException {
        int port = FreePort.choose();
        long openFiles = Math.min(OpenFiles.limit(), MOST_OPEN_FILES);
        var directory = TemporaryDirectory.create("lighttpd");
        var configuration =
                CONFIGURATION.write(
                        directory.path(),
                        Map.of(
                                "port", String.valueOf(port),
                                "open-files", String.valueOf(openFiles),
                                "connections", String.valueOf(openFiles / 2),
                                "root",
                                        ConfigurationFile.quoted(
                                                root.toAbsolutePath().toString())));
        return new Launch.Silent(
                List.of(PROGRAM.command(), "-D", "-f", configuration.toString()),
                URI.create("http://127.0.0.1:" + port + "/"),
                directory);
    }
}
