package eventloop.lab.haproxy;

import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.LastLines;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// HAProxy with the course's configuration, in front of three servers that are named in it.
final class Balancer implements AutoCloseable {
    private static final Path CONFIGURATION = Path.of("haproxy", "haproxy.cfg");

    private final Process process;
    private final LastLines errors;
    private final Path runtime;

    private Balancer(Process process, LastLines errors, Path runtime) {
        this.process = process;
        this.errors = errors;
        this.runtime = runtime;
    }

    /// @param front where it listens
    /// @param servers three of them
    static Balancer start(String haproxy, int front, List<URI> servers, Path directory)
            throws IOException {
        var runtime = directory.resolve("haproxy.sock");
        var process =
                Children.start(
                        List.of(
                                "env",
                                "FRONT=127.0.0.1:" + front,
                                "RUNTIME=" + runtime,
                                "ONE=" + servers.get(0).getAuthority(),
                                "TWO=" + servers.get(1).getAuthority(),
                                "THREE=" + servers.get(2).getAuthority()),
                        List.of(haproxy, "-db", "-f", CONFIGURATION.toString()));
        LastLines.of(process.getInputStream(), "haproxy");
        var errors = LastLines.of(process.getErrorStream(), "haproxy errors");
        return new Balancer(process, errors, runtime);
    }

    /// @param state `ready` or `drain`
    void set(String server, String state) throws IOException {
        ask("set server steps/%s state %s".formatted(server, state));
    }

    /// Whether a server is up and gets requests.
    ///
    /// @throws IllegalStateException if HAProxy itself has ended, with its words
    boolean isUp(String server) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("HAProxy has ended" + errors.lastWords());
        }
        return column(server, "status").equals("UP");
    }

    /// Whether a server has failed its checks.
    boolean isDown(String server) throws IOException {
        return column(server, "status").startsWith("DOWN");
    }

    /// Requests that are on the way to a server.
    int underWay(String server) throws IOException {
        return Integer.parseInt(column(server, "scur"));
    }

    /// Requests that had been sent to a server and came to nothing there.
    int brokenOff(String server) throws IOException {
        return Integer.parseInt(column(server, "eresp"));
    }

    /// Of the server's line of statistics; see HAProxy's management guide, section 9.1.
    private String column(String server, String name) throws IOException {
        var lines = ask("show stat").lines().map(line -> List.of(line.split(","))).toList();
        int column = lines.getFirst().indexOf(name);
        return lines.stream()
                .filter(line -> line.size() > column && line.get(1).equals(server))
                .map(line -> line.get(column))
                .findFirst()
                .orElseThrow(() -> new IOException("nothing is known of " + server));
    }

    private String ask(String question) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(runtime));
            channel.write(ByteBuffer.wrap((question + "\n").getBytes(StandardCharsets.UTF_8)));
            return new String(
                    Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
