package eventloop.crowd;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.UnixOperatingSystemMXBean;
import eventloop.contract.RawClient;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Many clients, connected one after the other, who say nothing until they are told to.
public record Crowd(List<RawClient> clients) implements AutoCloseable {
    private static final int DESCRIPTORS_FOR_ALL_ELSE = 500;

    /// Clients who have connected and not asked for anything.
    public static Crowd of(int size, InetSocketAddress server) throws IOException {
        assumeDescriptorsFor(size);
        var crowd = new Crowd(new ArrayList<>());
        try {
            for (int i = 0; i < size; i++) {
                crowd.clients.add(RawClient.to(server));
            }
            return crowd;
        } catch (IOException failure) {
            crowd.close();
            throw failure;
        }
    }

    /// Has each of them ask once, and keep the connection for the next time.
    public void ask(String target) throws IOException {
        for (var client : clients) {
            client.get(target);
        }
    }

    /// Both ends of each connection are open in this process.
    private static void assumeDescriptorsFor(int size) {
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof UnixOperatingSystemMXBean unix) {
            assumeThat(unix.getMaxFileDescriptorCount())
                    .as("files this process may have open")
                    .isGreaterThan(2L * size + DESCRIPTORS_FOR_ALL_ELSE);
        }
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
