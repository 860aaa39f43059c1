package eventloop.peers;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// Helidon SE: its static content feature; one virtual thread a connection. It keeps in memory what is named
/// to it before it starts, and never looks at the disk for that again.
final class HelidonPeer {
    private HelidonPeer() {}

    static int start(InetSocketAddress address, Path root) throws IOException {
        var kept = smallFiles(root);
        var files =
                StaticContentFeature.builder()
                        .addPath(
                                path -> path.location(root).welcome("index.html").cachedFiles(kept))
                        .build();
        return WebServer.builder()
                .address(address.getAddress())
                .port(address.getPort())
                .backlog(Peer.BACKLOG)
                .idleConnectionTimeout(Peer.IDLE_TIMEOUT)
                // Otherwise each response goes out in pieces of 8 KiB, with a system call for each.
                .useNio(false)
                // Of several packets the last one would wait for the client's late ACK; and who is
                // silent would have to go after 30 seconds.
                .connectionOptions(
                        options -> options.tcpNoDelay(true).readTimeout(Peer.IDLE_TIMEOUT))
                .addFeature(files)
                .build()
                .start()
                .port();
    }

    private static Set<String> smallFiles(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() < Peer.LARGE)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }
}
