package eventloop.lab.measure.rival;

import eventloop.lab.measure.server.ServerUnderTest;

/// A server of others, set up as its authors would for the files of a site, on one core.
public sealed interface Rival extends ServerUnderTest permits JavaRival, Nginx, Node {
    /// Name and version, as in `nginx 1.22.1`; the name alone as long as the server is missing.
    String title();

    /// Whether [PeersBuild] has to build it, for the first time or anew.
    default boolean needsBuild() {
        return false;
    }
}
