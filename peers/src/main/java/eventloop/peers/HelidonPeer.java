package eventloop.peers;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Helidon SE: its static content feature with its memory cache; one virtual thread a connection.
final class HelidonPeer {
    private HelidonPeer() {}

    static int start(InetSocketAddress address, Path root) {
        var files =
                StaticContentFeature.builder()
                        .addPath(path -> path.location(root).welcome("index.html"))
                        .build();
        return WebServer.builder()
                .address(address.getAddress())
                .port(address.getPort())
                .backlog(Peer.BACKLOG)
                .idleConnectionTimeout(Peer.IDLE_TIMEOUT)
                .addFeature(files)
                .build()
                .start()
                .port();
    }
}
