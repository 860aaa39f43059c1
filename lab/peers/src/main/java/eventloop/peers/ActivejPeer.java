package eventloop.peers;

import io.activej.eventloop.Eventloop;
import io.activej.http.HttpServer;
import io.activej.http.StaticServlet;
import io.activej.http.loader.IStaticLoader;
import io.activej.reactor.net.ServerSocketSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/// ActiveJ: its static servlet on one event loop, with its own cache in front: a helper thread reads each file
/// once, and nobody looks at the disk for it again.
final class ActivejPeer {
    private ActivejPeer() {}

    static int start(InetSocketAddress address, Path root) throws IOException {
        var loop = Eventloop.builder().withThreadName("loop").build();
        var files = IStaticLoader.ofPath(loop, Executors.newSingleThreadExecutor(), root);
        var server =
                HttpServer.builder(
                                loop,
                                StaticServlet.builder(loop, files.cached(loop))
                                        .withIndexHtml()
                                        .build())
                        .withListenAddress(address)
                        .withServerSocketSettings(ServerSocketSettings.create(Peer.BACKLOG))
                        .withKeepAliveTimeout(Peer.IDLE_TIMEOUT)
                        .build();
        server.listen();
        Thread.ofPlatform().start(loop);
        return server.getBoundAddresses().getFirst().getPort();
    }
}
