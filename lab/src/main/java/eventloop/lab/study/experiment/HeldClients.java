package eventloop.lab.study.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// Clients who have connected and then leave the server waiting. One thread at a time.
public final class HeldClients implements AutoCloseable {
    /// Longer than the operating system keeps anybody waiting whom it lets in at all.
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private static final int STATUS_LINE = 512;

    private final Selector selector;
    private final ByteBuffer input = ByteBuffer.allocate(STATUS_LINE);

    private HeldClients(Selector selector) {
        this.selector = selector;
    }

    /// @param saying what each of them sends, which may be nothing
    /// @throws CrowdException if not all of them come in
    public static HeldClients connect(URI server, int count, String saying) throws IOException {
        var clients = new HeldClients(Selector.open());
        for (int i = 0; i < count; i++) {
            try {
                clients.add(server, saying);
            } catch (IOException failure) {
                clients.close();
                throw new CrowdException(i, count, failure);
            }
        }
        return clients;
    }

    private void add(URI server, String saying) throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.socket()
                    .connect(
                            new InetSocketAddress(server.getHost(), server.getPort()),
                            (int) LONGEST_CONNECT.toMillis());
            channel.write(ByteBuffer.wrap(saying.getBytes(StandardCharsets.ISO_8859_1)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    /// Lets those go whom the server has answered or dropped until now.
    ///
    /// @return how many of them there were, by the status they got, or `no answer`
    public Map<String, Integer> dismissed() throws IOException {
        var farewells = new TreeMap<String, Integer>();
        selector.selectNow(key -> farewells.merge(farewell(key), 1, Integer::sum));
        return farewells;
    }

    /// A client that has got something to read: a status, or the end.
    private String farewell(SelectionKey key) {
        try (var channel = (SocketChannel) key.channel()) {
            channel.read(input.clear());
            var words = StandardCharsets.ISO_8859_1.decode(input.flip()).toString().split(" ");
            return words.length > 1 ? words[1] : "no answer";
        } catch (IOException reset) {
            return "no answer";
        }
    }

    public int count() {
        return (int) selector.keys().stream().filter(SelectionKey::isValid).count();
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
