package eventloop.peers;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/// Jetty: its resource handler, which by itself keeps files in memory and looks at the disk once a second,
/// with one selector.
final class JettyPeer {
    private JettyPeer() {}

    static int start(InetSocketAddress address, Path root) throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setAcceptQueueSize(Peer.BACKLOG);
        connector.setIdleTimeout(Peer.IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        var files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.of(files).newResource(root));
        files.setDirAllowed(false);
        server.setHandler(files);
        server.start();
        return connector.getLocalPort();
    }
}
