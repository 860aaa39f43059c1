package eventloop.peers;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// The peers by their names. What is the same for all of them, where a server lets it be set, stands here.
enum Peer {
    NETTY(NettyPeer::start),
    NETTY_IO_URING(NettyPeer::startOnRing),
    UNDERTOW(UndertowPeer::start),
    JETTY(JettyPeer::start),
    TOMCAT(TomcatPeer::start),
    VERTX(VertxPeer::start),
    VERTX_MEMORY(VertxMemoryPeer::start),
    HELIDON(HelidonPeer::start),
    MICROHTTP(MicrohttpPeer::start),
    ACTIVEJ(ActivejPeer::start),
    ROBAHO(RobahoPeer::start),
    SMART_HTTP(SmartHttpPeer::start),
    JDK(JdkPeer::start);

    /// Bytes. As in step 6, files of this size and above are not kept in memory.
    static final int LARGE = 1 << 20;

    /// Connections that wait to be accepted: clients who all come at once are not to be turned away.
    static final int BACKLOG = 4096;

    /// More than the comparison has clients.
    static final int MOST_CONNECTIONS = 100_000;

    /// For servers that would send idle clients away sooner: as nginx has it by default, and no client of the comparison
    /// is idle for that long.
    static final Duration IDLE_TIMEOUT = Duration.ofSeconds(75);

    @FunctionalInterface
    private interface Start {
        int start(InetSocketAddress address, Path root) throws Exception;
    }

    private final Start start;

    Peer(Start start) {
        this.start = start;
    }

    /// Returns once the server accepts.
    ///
    /// @param address port 0 stands for a free one
    /// @param root an absolute path without symbolic links
    /// @return the port
    int start(InetSocketAddress address, Path root) throws Exception {
        return start.start(address, root);
    }

    /// As on the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
