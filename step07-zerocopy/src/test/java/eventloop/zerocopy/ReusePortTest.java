package eventloop.zerocopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.server.CommandLine;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Several servers on one port: the operating system deals the connections out among them.
@EnabledOnOs(value = OS.LINUX, disabledReason = "others have no SO_REUSEPORT that deals out")
class ReusePortTest {
    @TempDir private Path one;
    @TempDir private Path other;

    @Test
    void bothServersGetTheirShareOfTheConnections() throws Exception {
        Files.writeString(one.resolve("who.txt"), "one");
        Files.writeString(other.resolve("who.txt"), "other");
        try (var first = start(TestSettings.serving(one), "--reuse-port");
                var second = start(at(first.address(), other), "--reuse-port")) {
            assertThat(second.address()).isEqualTo(first.address());
            var seen = new HashSet<String>();
            for (int i = 0; i < 200; i++) {
                try (var client = RawClient.to(first.address())) {
                    seen.add(client.get("/who.txt").text());
                }
            }
            assertThat(seen).containsExactlyInAnyOrder("one", "other");
        }
    }

    @Test
    void withoutTheOptionAPortBelongsToOne() throws Exception {
        try (var first = start(TestSettings.serving(one))) {
            assertThatThrownBy(() -> start(at(first.address(), other)))
                    .isInstanceOf(BindException.class);
        }
    }

    private static Server start(Settings settings, String... options) throws Exception {
        return Main.start(settings, CommandLine.parse(Main.OPTIONS, options));
    }

    private static Settings at(InetSocketAddress address, Path root) {
        return TestSettings.withAddress(TestSettings.serving(root), address);
    }
}
