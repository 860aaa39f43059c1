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

    public static Settings withAddress(Settings settings, InetSocketAddress address) {
        return new Settings(
                address,
                settings.root(),
                settings.idleTimeout(),
                settings.requestTimeout(),
                settings.writeTimeout(),
                settings.drainTimeout(),
                settings.limits(),
                settings.disk());
    }

    public static Settings withTimeouts(
            Settings settings, Duration idle, Duration request, Duration write) {
        return new Settings(
                settings.address(),
                settings.root(),
                idle,
                request,
                write,
                settings.drainTimeout(),
                settings.limits(),
                settings.disk());
    }

    public static Settings withDrainTimeout(Settings settings, Duration drain) {
        return new Settings(
                settings.address(),
                settings.root(),
                settings.idleTimeout(),
                settings.requestTimeout(),
                settings.writeTimeout(),
                drain,
                settings.limits(),
                settings.disk());
    }

    public static Settings withLimits(Settings settings, Limits limits) {
        return new Settings(
                settings.address(),
                settings.root(),
                settings.idleTimeout(),
                settings.requestTimeout(),
                settings.writeTimeout(),
                settings.drainTimeout(),
                limits,
                settings.disk());
    }

    public static Settings withDisk(Settings settings, SlowDisk disk) {
        return new Settings(
                settings.address(),
                settings.root(),
                settings.idleTimeout(),
                settings.requestTimeout(),
                settings.writeTimeout(),
                settings.drainTimeout(),
                settings.limits(),
                disk);
    }
}
