package eventloop.lab.measure.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A server with options of its own.
///
/// @param name under which it appears beside the plain one
public record Variant(ServerUnderTest server, String name, List<String> options)
        implements ServerUnderTest {
    @Override
    public Optional<String> missing() {
        return server.missing();
    }

    @Override
    public boolean sharesPort() {
        return server.sharesPort();
    }

    @Override
    public Launch launch(Path root) throws IOException {
        return server.launch(root).with(options);
    }
}
