package eventloop.lab.study.exercise.jvm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// The JDK's own sockets, but that those which listen are remembered: one that is left open can be named. The JVM
/// is told of it by `-Djava.nio.channels.spi.SelectorProvider`.
public final class WatchedSockets extends SelectorProvider {
    /// What a JVM needs so that this can be in front of the JDK's provider.
    public static final List<String> FLAGS =
            List.of(
                    "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                    "-Djava.nio.channels.spi.SelectorProvider=" + WatchedSockets.class.getName());

    private static final ConcurrentLinkedQueue<ServerSocketChannel> LISTENING =
            new ConcurrentLinkedQueue<>();

    private final SelectorProvider provider = jdks();

    private static SelectorProvider jdks() {
        try {
            var provider = Class.forName("sun.nio.ch.DefaultSelectorProvider").getMethod("get");
            return (SelectorProvider) provider.invoke(null);
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException(other);
        }
    }

    /// The port of one that is still open; each is told of once.
    static Optional<Integer> openPort() {
        return Stream.generate(LISTENING::poll)
                .takeWhile(channel -> channel != null)
                .filter(ServerSocketChannel::isOpen)
                .map(WatchedSockets::port)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Integer> port(ServerSocketChannel channel) {
        try {
            return Optional.ofNullable((InetSocketAddress) channel.getLocalAddress())
                    .map(InetSocketAddress::getPort);
        } catch (IOException closedMeanwhile) {
            return Optional.empty();
        }
    }

    private static ServerSocketChannel remembered(ServerSocketChannel channel) {
        LISTENING.removeIf(one -> !one.isOpen());
        LISTENING.add(channel);
        return channel;
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        return remembered(provider.openServerSocketChannel());
    }

    @Override
    public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
        return remembered(provider.openServerSocketChannel(family));
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        return provider.openDatagramChannel();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        return provider.openDatagramChannel(family);
    }

    @Override
    public Pipe openPipe() throws IOException {
        return provider.openPipe();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        return provider.openSelector();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        return provider.openSocketChannel();
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
        return provider.openSocketChannel(family);
    }
}
