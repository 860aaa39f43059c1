package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.ServerUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// nginx with a master and several workers, each of which has its own queue of the shared port.
///
/// @param connectionsEach that a worker may have
record NginxWorkers(int workers, int connectionsEach) implements ServerUnderTest {
    /// When fifteen in sixteen of those it is set up for are taken, nginx closes idle ones to have room.
    private static final double TAKEN_AT_MOST = 15.0 / 16;

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
        return CONFIGURATION.launch(
                root,
                Map.of(
                        "user",
                        System.getProperty("user.name"),
                        "workers",
                        String.valueOf(workers),
                        "connections",
                        String.valueOf((int) Math.ceil(connectionsEach / TAKEN_AT_MOST))),
                Nginx::command);
    }
}
