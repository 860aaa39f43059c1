package eventloop.peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ExpandWar;
import org.apache.catalina.startup.Tomcat;

/// Tomcat: its default servlet over its cache of resources, which looks at the disk every five seconds.
final class TomcatPeer {
    private static final String NO_LIMIT = "-1";

    private TomcatPeer() {}

    static int start(InetSocketAddress address, Path root) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(ownDirectory().toString());
        tomcat.setConnector(connector(address));
        var context = tomcat.addContext("", root.toString());
        Tomcat.addServlet(context, "files", new DefaultServlet());
        context.addServletMapping("/", "files");
        context.addWelcomeFile("index.html");
        Tomcat.addDefaultMimeTypeMappings(context);
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }

    private static Connector connector(InetSocketAddress address) {
        var connector = new Connector();
        connector.setPort(address.getPort());
        connector.setThrowOnFailure(true);
        connector.setProperty("address", address.getHostString());
        connector.setProperty("acceptCount", String.valueOf(Peer.BACKLOG));
        connector.setProperty("maxConnections", String.valueOf(Peer.MOST_CONNECTIONS));
        connector.setProperty("maxKeepAliveRequests", NO_LIMIT);
        connector.setProperty("connectionTimeout", String.valueOf(Peer.IDLE_TIMEOUT.toMillis()));
        return connector;
    }

    /// Tomcat wants a place for its working files.
    private static Path ownDirectory() throws IOException {
        var directory = Files.createTempDirectory("tomcat");
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> ExpandWar.delete(directory.toFile())));
        return directory;
    }
}
