package eventloop.peers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Netty: one event loop accepts and serves, on epoll by native calls where there is one.
final class NettyPeer {
    private record Transport(IoHandlerFactory io, Class<? extends ServerChannel> channel) {
        static Transport best() {
            return Epoll.isAvailable()
                    ? new Transport(EpollIoHandler.newFactory(), EpollServerSocketChannel.class)
                    : new Transport(NioIoHandler.newFactory(), NioServerSocketChannel.class);
        }
    }

    private NettyPeer() {}

    static int start(InetSocketAddress address, Path root) throws InterruptedException {
        var transport = Transport.best();
        var loop = new MultiThreadIoEventLoopGroup(1, transport.io());
        var files = NettyFileHandler.filesOf(root);
        var clock = NettyClock.startedOn(loop.next());
        var listening =
                new ServerBootstrap()
                        .group(loop)
                        .channel(transport.channel())
                        .option(ChannelOption.SO_BACKLOG, Peer.BACKLOG)
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
