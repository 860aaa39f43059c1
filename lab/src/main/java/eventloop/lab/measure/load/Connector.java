package eventloop.lab.measure.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/// Opens connections to the server, on the generator's event loop.
final class Connector {
    /// So many are to be opened, of all processes together: all at once, they would overflow the server's backlog.
    static final int CONNECTIONS_A_MILLISECOND = 10;

    /// As much as most responses of a site have, so that one read takes them in.
    private static final int READ_BYTES = 64 << 10;

    private final EventLoop loop;
    private final InetSocketAddress server;
    private final List<InetSocketAddress> sources;
    private final ReceiveBuffer receiveBuffer = new ReceiveBuffer(READ_BYTES);
    private int connections;

    Connector(EventLoop loop, Share share) {
        this.loop = loop;
        this.server = share.plan().address();
        this.sources = SourceAddresses.of(share);
    }

    EventLoop loop() {
        return loop;
    }

    /// Begins to connect. There is no time limit but that of whoever waits for it.
    ///
    /// @param handler gets what the server sends. The bytes are there only until it returns.
    ChannelFuture connect(ChannelHandler handler) {
        return connect(handler, config -> {});
    }

    /// @param options of this connection, beside the usual ones
    ChannelFuture connect(ChannelHandler handler, Consumer<SocketChannelConfig> options) {
        var channel = Epoll.isAvailable() ? new EpollSocketChannel() : new NioSocketChannel();
        configure(channel);
        options.accept(channel.config());
        channel.pipeline().addLast(handler);
        loop.register(channel);
        return begin(channel).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private void configure(SocketChannel channel) {
        channel.config()
                .setTcpNoDelay(true)
                .setConnectTimeoutMillis(0)
                .setRecvByteBufAllocator(receiveBuffer);
        if (!sources.isEmpty()) {
            // Only the server's address and ours together with both ports have to be unique.
            channel.config().setOption(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true);
        }
    }

    private ChannelFuture begin(Channel channel) {
        return sources.isEmpty()
                ? channel.connect(server)
                : channel.connect(server, sources.get(connections++ % sources.size()));
    }
}
