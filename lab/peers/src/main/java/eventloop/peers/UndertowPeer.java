package eventloop.peers;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.cache.DirectBufferCache;
import io.undertow.server.handlers.resource.CachingResourceManager;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.xnio.Options;

/// Undertow: its resource handler with its buffer cache, on one I/O thread.
final class UndertowPeer {
    private static final int ENTRIES = 10_000;
    private static final int FRESH_MILLIS = 1000;

    /// Regions of slices as WildFly sets them up, and more of them.
    private static final int SLICE = 1024;

    private static final int SLICES_A_REGION = 1024;
    private static final int REGIONS = 64;

    private UndertowPeer() {}

    static int start(InetSocketAddress address, Path root) {
        var cache =
                new DirectBufferCache(SLICE, SLICES_A_REGION, REGIONS * SLICES_A_REGION * SLICE);
        var files =
                new CachingResourceManager(
                        ENTRIES,
                        Peer.LARGE,
                        cache,
                        new PathResourceManager(root, Peer.LARGE),
                        FRESH_MILLIS);
        var server =
                Undertow.builder()
                        .addHttpListener(address.getPort(), address.getHostString())
                        .setIoThreads(1)
                        .setSocketOption(Options.BACKLOG, Peer.BACKLOG)
                        .setServerOption(
                                UndertowOptions.NO_REQUEST_TIMEOUT,
                                (int) Peer.IDLE_TIMEOUT.toMillis())
                        .setHandler(new ResourceHandler(files))
                        .build();
        server.start();
        var listener = server.getListenerInfo().getFirst();
        return ((InetSocketAddress) listener.getAddress()).getPort();
    }
}
