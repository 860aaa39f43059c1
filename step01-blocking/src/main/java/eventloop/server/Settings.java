package eventloop.server;

import eventloop.files.SlowDisk;
import eventloop.http.Limits;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/// What all seven servers can be told.
///
/// @param address where to listen; port 0 lets the system choose
/// @param root the directory whose files are served
/// @param idleTimeout how long a connection may be open without a request
/// @param requestTimeout how long a request may take to arrive, its body included, from its first byte to its last
/// @param writeTimeout how long a client may take no byte of a response. The kernel of one who reads slowly from the
///     beginning may say nothing until all is read that it holds, 128 KiB unless it was asked for more: at 1 KiB/s
///     for 128 seconds
/// @param drainTimeout how long requests under way may take once the server is to end
/// @param limits how much a request may be
/// @param disk a brake on reading, for experiments
public record Settings(
        InetSocketAddress address,
        Path root,
        Duration idleTimeout,
        Duration requestTimeout,
        Duration writeTimeout,
        Duration drainTimeout,
        Limits limits,
        SlowDisk disk) {

    /// Connections the kernel may hold that have not been accepted. Linux lowers it to
    /// `net.core.somaxconn`, which is 4096 unless changed.
    public static final int BACKLOG = 4096;

    /// After a client could not be accepted: most likely no file descriptors are left, and trying again at once only
    /// costs time.
    public static final Duration PAUSE_WITHOUT_DESCRIPTORS = Duration.ofMillis(100);

    /// For so long is read what a client still sends behind its last answer, before the connection is closed.
    public static final Duration LINGER = Duration.ofSeconds(2);

    /// The socket to listen with, not bound yet. One that the JDK opens without being told for which kind of address is
    /// for IPv6 and IPv4 at once: at 0.0.0.0 it would let in those who come by IPv6.
    public ServerSocketChannel openListening() throws IOException {
        return address.getAddress() instanceof Inet4Address
                ? ServerSocketChannel.open(StandardProtocolFamily.INET)
                : ServerSocketChannel.open();
    }
}
