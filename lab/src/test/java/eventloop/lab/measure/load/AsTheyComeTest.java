package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsTheyComeTest {
    private static final int CLIENTS = 3 * AsTheyCome.CLIENTS_A_TURN;
    private static final Phase.Arrival AT_ONCE = new Phase.Arrival(0, 60);

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, LoadGenerator.ioHandler());
    private final EventLoop loop = group.next();

    @TempDir private Path directory;
    private TinyServer server;
    private List<Client> clients;

    @BeforeEach
    void startServer() throws Exception {
        server = TinyServer.that(TinyServer::right);
        var plan =
                LoadPlan.keepAlive(server.address(), CLIENTS, 60, 1, TinyServer.pages(directory));
        var connector = new Connector(loop, Share.whole(plan));
        var deck = Deck.of(plan);
        var nobody = new LoadGenerator.Nobody();
        clients =
                IntStream.range(0, CLIENTS)
                        .mapToObj(number -> new Client(number, plan, deck, connector, nobody))
                        .toList();
    }

    @AfterEach
    void end() throws Exception {
        server.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }

    @Test
    void howeverManyAreDueTheLoopIsFreeForAnswersBetweenThem() throws Exception {
        assertThat(loop.submit(this::comeInOneTurn).get()).isEqualTo(AsTheyCome.CLIENTS_A_TURN);
    }

    private long comeInOneTurn() {
        var agenda = new Agenda(loop, _ -> {});
        new AsTheyCome(agenda, clients, AT_ONCE).begin(System.nanoTime());
        return clients.stream().filter(Client::isBusy).count();
    }
}
