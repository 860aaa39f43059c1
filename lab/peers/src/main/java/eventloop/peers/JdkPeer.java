package eventloop.peers;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// The JDK's own file server, as `jwebserver` starts it: one thread does everything, nothing is kept.
final class JdkPeer {
    private JdkPeer() {}

    static int start(InetSocketAddress address, Path root) throws IOException {
        // Another server that is on the class path would take its place.
        System.setProperty(
                "com.sun.net.httpserver.HttpServerProvider",
                "sun.net.httpserver.DefaultHttpServerProvider");
        // Head and body go out in two packets; without this, the second waits for the client's late
        // ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // By default, 200 connections are kept open.
        System.setProperty(
                "sun.net.httpserver.maxIdleConnections", String.valueOf(Peer.MOST_CONNECTIONS));
        System.setProperty(
                "sun.net.httpserver.idleInterval", String.valueOf(Peer.IDLE_TIMEOUT.toSeconds()));
        var server =
                HttpServer.create(
                        address, Peer.BACKLOG, "/", SimpleFileServer.createFileHandler(root));
        server.start();
        return server.getAddress().getPort();
    }
}
