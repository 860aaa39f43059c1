package eventloop.server;

import eventloop.files.SlowDisk;
import eventloop.http.Limits;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/// What all seven servers can be told.
///
/// @param address where to listen; port 0 lets the system choose
/// @param root the directory whose files are served
/// @param idleTimeout how long a connection may be open without a request
/// @param headerTimeout how long a request may take to arrive, from its first byte to its last
/// @param writeTimeout how long a client may take no byte of a response; a thread that is blocked in a write (steps 1
///     and 2) notices no less than 64 KiB
/// @param drainTimeout how long requests under way may take once the server is to end
/// @param limits how much a request may be
/// @param disk a brake on reading, for experiments
public record Settings(
        InetSocketAddress address,
        Path root,
        Duration idleTimeout,
        Duration headerTimeout,
        Duration writeTimeout,
        Duration drainTimeout,
        Limits limits,
        SlowDisk disk) {

    /// Connections the kernel may hold that have not been accepted. Linux lowers it to
    /// `net.core.somaxconn`, which is 4096 unless changed.
    public static final int BACKLOG = 4096;

    /// The defaults, on a free port: what a test starts from.
    public static Settings serving(Path root) {
        return new Settings(
                new InetSocketAddress("127.0.0.1", 0),
                root,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Limits.DEFAULT,
                SlowDisk.NONE);
    }

    public Settings withTimeouts(Duration idle, Duration header, Duration write) {
        return new Settings(address, root, idle, header, write, drainTimeout, limits, disk);
    }

    public Settings withDrainTimeout(Duration drain) {
        return new Settings(
                address, root, idleTimeout, headerTimeout, writeTimeout, drain, limits, disk);
    }

    public Settings withLimits(Limits limits) {
        return new Settings(
                address,
                root,
                idleTimeout,
                headerTimeout,
                writeTimeout,
                drainTimeout,
                limits,
                disk);
    }

    public Settings withDisk(SlowDisk disk) {
        return new Settings(
                address,
                root,
                idleTimeout,
                headerTimeout,
                writeTimeout,
                drainTimeout,
                limits,
                disk);
    }
}
