package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// h2o with one thread. It opens a file once in each turn of its loop.
record H2o() implements InstalledRival {
    private static final Program PROGRAM =
            new Program("h2o", "--version", "apt-get install h2o or brew install h2o");
    private static final ConfigurationFile CONFIGURATION = new ConfigurationFile("h2o.conf");

    @Override
    public Program program() {
        return PROGRAM;
    }

    @Override
    public Launch launch(Path root) throws IOException {
        return CONFIGURATION.launch(
                root,
                Map.of("user", user()),
                (_, file) -> List.of(PROGRAM.command(), "-c", file.toString()));
    }

    /// Started by root, it would serve as nobody, who may not be allowed to read the site.
    private static String user() {
        return System.getProperty("user.name").equals("root") ? "user: root" : "";
    }
}
