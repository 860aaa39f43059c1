package eventloop.lab.measure.rival;

import eventloop.lab.measure.load.OpenFiles;
import eventloop.lab.measure.server.Launch;
import java.io.IOException;
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
        long openFiles = Math.min(OpenFiles.limit(), MOST_OPEN_FILES);
        return CONFIGURATION.launch(
                root,
                Map.of(
                        "open-files", String.valueOf(openFiles),
                        "connections", String.valueOf(openFiles / 2)),
                (_, file) -> List.of(PROGRAM.command(), "-D", "-f", file.toString()));
    }
}
