package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsDueTest {
    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long MUCH_LATER = TimeUnit.HOURS.toNanos(1);
    private static final Clients ONE_THAT_ASKS_THREE = new Clients(1, Clients.Connections.KEPT, 3);

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, LoadGenerator.ioHandler());
    private final EventLoop loop = group.next();
    private final Agenda agenda = new Agenda(loop, _ -> {});

    @TempDir private Path directory;
    private TinyServer server;
    private Client client;

    /// One that answers nobody.
    @BeforeEach
    void startServer() throws Exception {
        server = TinyServer.that(_ -> true);
        var plan =
                new LoadPlan(
                        "127.0.0.1",
                        server.port(),
                        ONE_THAT_ASKS_THREE,
                        List.of(),
                        60,
                        1,
                        TinyServer.pages(directory));
        client =
                new Client(
                        0,
                        plan,
                        Deck.of(plan),
                        new Connector(loop, Share.whole(plan)),
                        new LoadGenerator.Nobody());
    }

    @AfterEach
    void end() throws Exception {
        server.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }

    @Test
    void nothingIsAskedBeforeItIsDue() throws Exception {
        loop.submit(this::askTheSecondBehindAnAnswer).get();

        // Behind the turn in which the pace comes to the second one itself.
        boolean hasRoomForTheThird =
                loop.schedule(client::canAsk, SOON, TimeUnit.NANOSECONDS).get();
        assertThat(hasRoomForTheThird).isTrue();
    }

    /// To send one takes time, and the next one that is due is late by it.
    @Test
    void eachIsAsLateAsItIsSentAndNotAsItsTurnBegan() throws Exception {
        var lateness = loop.submit(this::latenessOfTwoAtOnce).get();

        assertThat(lateness.maxMillis()).isGreaterThan(lateness.p50Millis());
    }

    private Latency latenessOfTwoAtOnce() {
        long begin = System.nanoTime();
        var tally = new Tally(new Phase.OpenLoop(1, 0, 1), begin, begin + SOON);
        var atOnce = new Arrivals(new long[] {0, 0});
        new AsDue(agenda, List.of(client), atOnce, SOON, tally).begin(begin);
        return tally.result(0, 0, 0).lateness();
    }

    private void askTheSecondBehindAnAnswer() {
        var arrivals = new Arrivals(new long[] {0, SOON, MUCH_LATER});
        var phase = new Phase.OpenLoop(1, 0, 1);
        var tally = new Tally(phase, System.nanoTime(), System.nanoTime());
        var pace = new AsDue(agenda, List.of(client), arrivals, SOON + 1, tally);
        long begin = System.nanoTime();
        pace.begin(begin);
        while (System.nanoTime() - begin < SOON) {
            Thread.onSpinWait();
        }
        pace.answered(client, begin, System.nanoTime());
    }
}
