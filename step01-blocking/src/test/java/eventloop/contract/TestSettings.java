package eventloop.contract;

import eventloop.files.SlowDisk;
import eventloop.http.Limits;
import eventloop.server.Settings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/// What a test tells its server: the defaults, but for what the test is about.
public final class TestSettings {
    private TestSettings() {}

    /// The defaults of the command line, on a free port.
    public static Settings serving(Path root) {
        return new Settings(
                new InetSocketAddress("127.0.0.1", 0),
                root,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(150),
                Duration.ofSeconds(10),
                Limits.DEFAULT,
                SlowDisk.NONE);
    }

    public static Settings withAddress(Settings s, InetSocketAddress address) {
        return new Settings(
                address,
                s.root(),
                s.idleTimeout(),
                s.headerTimeout(),
                s.writeTimeout(),
                s.drainTimeout(),
                s.limits(),
                s.disk());
    }

    public static Settings withTimeouts(
            Settings s, Duration idle, Duration header, Duration write) {
        return new Settings(
                s.address(), s.root(), idle, header, write, s.drainTimeout(), s.limits(), s.disk());
    }

    public static Settings withDrainTimeout(Settings s, Duration drain) {
        return new Settings(
                s.address(),
                s.root(),
                s.idleTimeout(),
                s.headerTimeout(),
                s.writeTimeout(),
                drain,
                s.limits(),
                s.disk());
    }

    public static Settings withLimits(Settings s, Limits limits) {
        return new Settings(
                s.address(),
                s.root(),
                s.idleTimeout(),
                s.headerTimeout(),
                s.writeTimeout(),
                s.drainTimeout(),
                limits,
                s.disk());
    }

    public static Settings withDisk(Settings s, SlowDisk disk) {
        return new Settings(
                s.address(),
                s.root(),
                s.idleTimeout(),
                s.headerTimeout(),
                s.writeTimeout(),
                s.drainTimeout(),
                s.limits(),
                disk);
    }
}
