package eventloop.lab.measure.load;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Many clients on one event loop, that load a server as a [LoadPlan] says.
public final class LoadGenerator implements AutoCloseable {
    private final Share share;
    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Connector connector;
    private final Company company;
    private final List<Client> clients;

    /// Phases that have drawn when requests are due. How long a server was warmed does not change what comes then.
    private int timetables;

    /// @throws IOException if a page's file cannot be read
    public LoadGenerator(LoadPlan plan) throws IOException {
        this(Share.whole(plan));
    }

    LoadGenerator(Share share) throws IOException {
        this.share = share;
        var plan = share.plan();
        var deck = Deck.of(plan);
        company = new Company(share);
        group = new MultiThreadIoEventLoopGroup(1, ioHandler());
        loop = group.next();
        loop.execute(TimerSlack::remove);
        connector = new Connector(loop, share);
        var nobody = new Nobody();
        clients =
                IntStream.range(0, plan.clients().count())
                        .mapToObj(number -> new Client(number, plan, deck, connector, nobody))
                        .toList();
    }

    static IoHandlerFactory ioHandler() {
        return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    }

    /// Has the companions take their places. Blocks until they have.
    public LoadEvent.Ready prepare() {
        var sentAway = CompletableFuture.supplyAsync(() -> company.come(connector), loop);
        return new LoadEvent.Ready(sentAway.thenCompose(places -> places).join());
    }

    /// Does one phase and tells of it. Blocks until it is done. What the phase before has left behind is collected
    /// first, when nobody waits for it; where there are only companions it has left nothing, and the processor is somebody
    /// else's.
    ///
    /// @param listener is called on the generator's own thread while it works, so it has to be quick; it hears of the
    ///     end on the caller's
    public PhaseResult run(Phase phase, Consumer<LoadEvent> listener) {
        if (share.asks()) {
            System.gc();
        }
        long seed = share.plan().seedOfPhase(timetables);
        if (phase instanceof Phase.OpenLoop) {
            timetables++;
        }
        var run = new PhaseRun(phase, loop, clients, company, share, seed, listener);
        loop.execute(() -> company.timed(true));
        run.start();
        var result = run.result().join();
        loop.execute(() -> company.timed(false));
        listener.accept(new LoadEvent.Done(result));
        return result;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /// Owns the clients before the first phase.
    static final class Nobody implements Client.Owner {
        @Override
        public void received(int bodyBytes, long now) {}

        @Override
        public void answered(Client client, long due, long now) {}

        @Override
        public void failed(Client client, Failure failure, long due, long now) {}

        @Override
        public void reconnected(long now) {}

        @Override
        public void broke(Throwable cause) {}
    }
}
