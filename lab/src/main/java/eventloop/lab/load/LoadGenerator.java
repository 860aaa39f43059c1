package eventloop.lab.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Many clients on one event loop, that load a server as a [LoadPlan] says.
public final class LoadGenerator implements AutoCloseable {
    /// As much as most responses of a site have, so that one read takes them in.
    private static final int READ_BYTES = 64 << 10;

    private final LoadPlan plan;
    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Bootstrap bootstrap;
    private final SourceAddresses sources;
    private final Company company;
    private final List<Client> clients;

    /// @throws IOException if a page's file cannot be read
    public LoadGenerator(LoadPlan plan) throws IOException {
        this.plan = plan;
        var deck = Deck.of(plan);
        group = new MultiThreadIoEventLoopGroup(1, ioHandler());
        loop = group.next();
        loop.execute(TimerSlack::remove);
        sources = new SourceAddresses(plan);
        company = Company.of(plan);
        bootstrap = bootstrap();
        var nobody = new Nobody();
        clients =
                IntStream.range(0, plan.clients().count())
                        .mapToObj(number ->
                                new Client(
                                        number, plan.clients(), deck, bootstrap, sources, nobody))
                        .toList();
    }

    private static IoHandlerFactory ioHandler() {
        return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    private Bootstrap bootstrap() {
        Class<? extends SocketChannel> kind =
                Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
        var bootstrap =
                new Bootstrap()
                        .group(loop)
                        .channel(kind)
                        .disableResolver()
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                (int) (plan.timeoutSeconds() * 1000))
                        .option(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new FixedRecvByteBufAllocator(READ_BYTES));
        // With a port chosen before it is known where to, an address would have its ports only once
        // for
        // all servers.
        return Epoll.isAvailable()
                ? bootstrap.option(EpollChannelOption.IP_BIND_ADDRESS_NO_PORT, true)
                : bootstrap;
    }

    /// Has the companions take their places. Blocks until they have.
    public LoadEvent.Ready prepare() {
        var patience = Duration.ofNanos((long) (plan.timeoutSeconds() * 1e9));
        return new LoadEvent.Ready(company.come(loop, bootstrap, sources, patience));
    }

    /// Does one phase and tells of it. Blocks until it is done.
    ///
    /// @param listener is called on the generator's own thread while it works, so it has to be quick
    public PhaseResult run(Phase phase, Consumer<LoadEvent> listener) {
        var run = new PhaseRun(phase, loop, clients, plan, listener);
        loop.execute(run::begin);
        var result = run.result().join();
        listener.accept(new LoadEvent.Done(result));
        return result;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /// Owns the clients before the first phase.
    private static final class Nobody implements Client.Owner {
        @Override
        public void answered(Client client, long due, long now) {}

        @Override
        public void failed(Client client, Failure failure, long due, long now) {}

        @Override
        public void reconnected(long now) {}
    }
}
