package eventloop.peers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Netty: one event loop accepts and serves, by native calls of the best kind that there is: epoll. A peer of its
/// own does it with io_uring.
final class NettyPeer {
    /// Of those who wait to be accepted, Netty takes 16 in a turn of the loop unless it is told otherwise: few,
    /// where thousands come at once.
    private static final int ACCEPTED_IN_A_TURN = 256;

    private record Transport(IoHandlerFactory io, Class<? extends ServerChannel> channel) {
        static Transport best() {
            return Epoll.isAvailable()
                    ? new Transport(EpollIoHandler.newFactory(), EpollServerSocketChannel.class)
                    : new Transport(NioIoHandler.newFactory(), NioServerSocketChannel.class);
        }

        /// @throws UnsupportedOperationException if the kernel does not have it, or does not let us use it
        static Transport ring() {
            IoUring.ensureAvailability();
            return new Transport(IoUringIoHandler.newFactory(), IoUringServerSocketChannel.class);
        }
    }

    private NettyPeer() {}

    static int start(InetSocketAddress address, Path root) throws InterruptedException {
        return start(Transport.best(), address, root);
    }

    static int startOnRing(InetSocketAddress address, Path root) throws InterruptedException {
        return start(Transport.ring(), address, root);
    }

    private static int start(Transport transport, InetSocketAddress address, Path root)
            throws InterruptedException {
        var loop = new MultiThreadIoEventLoopGroup(1, transport.io());
        var files = NettyFileHandler.filesOf(root);
        var clock = NettyClock.startedOn(loop.next());
        var listening =
                new ServerBootstrap()
                        .group(loop)
                        .channel(transport.channel())
                        .option(ChannelOption.SO_BACKLOG, Peer.BACKLOG)
                        .option(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new ServerChannelRecvByteBufAllocator()
                                        .maxMessagesPerRead(ACCEPTED_IN_A_TURN))
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel channel) {
                                        channel.pipeline()
                                                .addLast(new HttpServerCodec())
                                                .addLast(new HttpServerKeepAliveHandler())
                                                .addLast(new NettyFileHandler(files, clock));
                                    }
                                })
                        .bind(address)
                        .sync()
                        .channel();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }
}
