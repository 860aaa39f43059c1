package eventloop.lab.server;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A server with options of its own.
///
/// @param name under which it appears beside the plain one
public record Variant(ServerUnderTest server, String name, List<String> options)
        implements ServerUnderTest {
    @Override
    public List<String> command(Path root) {
        return Stream.concat(server.command(root).stream(), options.stream()).toList();
    }
}
