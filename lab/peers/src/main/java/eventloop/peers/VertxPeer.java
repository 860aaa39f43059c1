package eventloop.peers;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Vert.x: its static handler on one event loop. The handler remembers what files are like; their bytes go
/// out by sendfile.
final class VertxPeer {
    private VertxPeer() {}

    static int start(InetSocketAddress address, Path root) throws Exception {
        var vertx = onOneLoop();
        var router = Router.router(vertx);
        router.route().handler(StaticHandler.create(FileSystemAccess.ROOT, root.toString()));
        return serve(vertx, address, router);
    }

    static Vertx onOneLoop() {
        return Vertx.vertx(
                new VertxOptions()
                        .setEventLoopPoolSize(1)
                        .setPreferNativeTransport(true)
                        .setFileSystemOptions(
                                new FileSystemOptions()
                                        .setFileCachingEnabled(false)
                                        .setClassPathResolvingEnabled(false)));
    }

    /// Returns once it accepts.
    ///
    /// @return the port
    static int serve(Vertx vertx, InetSocketAddress address, Handler<HttpServerRequest> handler)
            throws Exception {
        return vertx.createHttpServer(
                        new HttpServerOptions()
                                .setHost(address.getHostString())
                                .setPort(address.getPort())
                                .setAcceptBacklog(Peer.BACKLOG))
                .requestHandler(handler)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }
}
