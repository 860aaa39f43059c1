package eventloop.lab.rival;

import eventloop.lab.server.ServerUnderTest;
import java.util.Optional;

/// A server of others, set up as its authors would for the files of a site, on one core.
public sealed interface Rival extends ServerUnderTest permits JavaRival, Nginx, Node {
    /// Name and version, as in `nginx 1.22.1`; the name alone as long as the server is missing.
    String title();

    /// What is missing to start it and how to get it, in one line; nothing if it can be started.
    Optional<String> missing();

    /// Whether [PeersBuild] has to build it, for the first time or anew.
    default boolean needsBuild() {
        return false;
    }
}
