package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.TemporaryDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// nginx with a master and several workers, each of which has its own queue of the shared port.
record NginxWorkers(int workers, int connectionsEach) implements ServerUnderTest {
    private static final ConfigurationFile CONFIGURATION =
            new ConfigurationFile("nginx-workers.conf");

    @Override
    public String name() {
        return Nginx.PROGRAM.name();
    }

    @Override
    public Optional<String> missing() {
        return Nginx.PROGRAM.missing();
    }

    @Override
    public Launch launch(Path root) throws IOException {
        int port = ConfigurationFile.freePort();
        var directory = TemporaryDirectory.create("nginx");
        var configuration =
                CONFIGURATION.write(
                        directory.path(),
                        Map.of(
                                "user",
                                System.getProperty("user.name"),
                                "workers",
                                String.valueOf(workers),
                                "connections",
                                String.valueOf(connectionsEach),
                                "port",
                                String.valueOf(port),
                                "root",
                                ConfigurationFile.quoted(root.toAbsolutePath().toString())));
        return new Launch.Silent(
                Nginx.command(directory.path(), configuration),
                URI.create("http://127.0.0.1:" + port + "/"),
                directory);
    }
}
