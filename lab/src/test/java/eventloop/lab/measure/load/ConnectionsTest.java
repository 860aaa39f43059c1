package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eventloop.lab.measure.load.Clients.Connections;
import eventloop.lab.measure.load.TinyServer.Conduct;
import io.netty.channel.epoll.Epoll;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How clients use their connections.
class ConnectionsTest {
    /// What is due in it is asked, however late the machine is.
    private static final Phase A_HUNDRED_REQUESTS = new Phase.OpenLoop(200, 0, 0.5);

    private static final Phase SOME_REQUESTS = new Phase.OpenLoop(200, 0, 0.1);

    private static final double FIRST_WINDOW_SECONDS = 0.5;
    private static final double LONGEST_WINDOW_SECONDS = 16;

    private static final Clients ONE_A_REQUEST = new Clients(4, Connections.ONE_A_REQUEST, 1);
    private static final Clients PIPELINING = new Clients(3, Connections.KEPT, 8);

    private static final long SEED = 20180401;

    @TempDir private Path directory;
    private int loads;

    @Test
    void connectionARequestIsWhatItSays() throws Exception {
        try (var server = TinyServer.that(TinyServer::right)) {
            var result = loadUntil(someAreAnswered(1), server, ONE_A_REQUEST);

            assertThat(result.failures().byKind()).isEmpty();
            assertThat(result.answered()).isPositive();
            assertThat((long) server.accepted()).isGreaterThanOrEqualTo(result.answered());
            assertThat(server.mostOnAConnection()).isEqualTo(1);
            assertThat(result.reconnects()).isZero();
        }
    }

    @Test
    void connectionsForOneRequestAreAnnounced() throws Exception {
        try (var server = TinyServer.that(TinyServer::right)) {
            load(server, ONE_A_REQUEST, SOME_REQUESTS);
            assertThat(server.lastRequest()).contains("Connection: close");

            load(server, Clients.keepAlive(1), SOME_REQUESTS);
            assertThat(server.lastRequest()).doesNotContain("Connection: close");
        }
    }

    @Test
    void connectionsForOneRequestComeFromManyAddresses() throws Exception {
        assumeThat(Epoll.isAvailable()).isTrue();
        try (var server = TinyServer.that(TinyServer::right)) {
            var result = load(server, ONE_A_REQUEST, A_HUNDRED_REQUESTS);

            assertThat(server.addresses()).hasSizeGreaterThan((int) result.answered() / 20);
        }
    }

    @Test
    void pipeliningClientsHaveManyRequestsOnTheWayAndTakeTheAnswersInOrder() throws Exception {
        try (var server = TinyServer.that(TinyServer::right)) {
            var result = loadUntil(someAreAnswered(1), server, PIPELINING);

            assertThat(result.failures().byKind()).isEmpty();
            assertThat(result.answered()).isPositive();
            assertThat(result.reconnects()).isZero();
            assertThat(server.accepted()).isBetween(1, loads * PIPELINING.count());
            assertThat(server.mostAtOnce()).isEqualTo(8);
        }
    }

    @Test
    void pipelinedRequestsThatAreDueOneByOneWaitForNoAnswer() throws Exception {
        // Four are due, on average, while the one before is being answered.
        var fourMeanwhile = new Phase.OpenLoop(200, 0, 0.1);
        Conduct twentyMillis =
                out -> {
                    TinyServer.pause(20);
                    return TinyServer.right(out);
                };
        try (var server = TinyServer.that(twentyMillis)) {
            var alone = load(server, new Clients(1, Connections.KEPT, 1), fourMeanwhile);
            assertThat(alone.failures().byKind()).isEmpty();
            assertThat(server.mostAtOnce()).isEqualTo(1);

            var pipelined = load(server, new Clients(1, Connections.KEPT, 4), fourMeanwhile);
            assertThat(pipelined.failures().byKind()).isEmpty();
            assertThat(server.mostAtOnce()).isGreaterThan(1);
        }
    }

    @Test
    void whatWasBehindAnAnswerThatClosesIsAskedAgain() throws Exception {
        var answers = new AtomicInteger();
        Conduct closingAtEachFifth =
                out -> {
                    boolean stays = answers.incrementAndGet() % 5 != 0;
                    TinyServer.respond(
                            out, 200, stays ? "" : "Connection: close\r\n", TinyServer.BODY);
                    return stays;
                };
        try (var server = TinyServer.that(closingAtEachFifth)) {
            // Among so many are some of those behind which the connection is closed.
            var result = loadUntil(someAreAnswered(100), server, PIPELINING);

            assertThat(result.answered()).isPositive();
            assertThat(result.reconnects()).isPositive();
            assertThat(result.failures().byKind()).isEmpty();
        }
    }

    @Test
    void answerTooManyIsWrongEvenAmongThoseThatAreExpected() throws Exception {
        var all = new ByteArrayOutputStream();
        for (int i = 0; i < PIPELINING.depth() + 1; i++) {
            TinyServer.right(all);
        }
        Conduct oneTooMany =
                out -> {
                    out.write(all.toByteArray());
                    return true;
                };
        try (var server = TinyServer.that(oneTooMany)) {
            var result = loadUntil(one -> !one.failures().byKind().isEmpty(), server, PIPELINING);

            assertThat(result.failures().byKind()).containsKey(Failure.WRONG_BYTES);
        }
    }

    @Test
    void whoeverHasAConnectionForARequestCannotPipeline() {
        assertThatThrownBy(() -> new Clients(1, Connections.ONE_A_REQUEST, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void burstsComeTogetherAndAllOfThem() throws Exception {
        var phase = new Phase.OpenLoop(400, 0.2, 0.5, 20);
        try (var server = TinyServer.that(TinyServer::right)) {
            var result = load(server, Clients.keepAlive(50), phase);

            assertThat(result.failures().byKind()).isEmpty();
            assertThat(result.answered()).isEqualTo(Due.within(phase, SEED));
        }
    }

    private static Predicate<PhaseResult> someAreAnswered(int count) {
        return result -> result.answered() >= count;
    }

    /// The clients ask as fast as they are answered. Counted is what was over in a window of time, and on a busy
    /// machine nothing may be over in a short one: each time there is not enough to see, the next is twice as long.
    private PhaseResult loadUntil(
            Predicate<PhaseResult> isEnough, TinyServer server, Clients clients)
            throws IOException {
        double seconds = FIRST_WINDOW_SECONDS;
        var result = load(server, clients, new Phase.ClosedLoop(0, seconds));
        while (!isEnough.test(result) && seconds < LONGEST_WINDOW_SECONDS) {
            seconds *= 2;
            result = load(server, clients, new Phase.ClosedLoop(0, seconds));
        }
        return result;
    }

    private PhaseResult load(TinyServer server, Clients clients, Phase phase) throws IOException {
        loads++;
        var plan =
                new LoadPlan(
                        "127.0.0.1",
                        server.port(),
                        clients,
                        List.of(),
                        60,
                        SEED,
                        TinyServer.pages(directory));
        try (var generator = new LoadGenerator(plan)) {
            return generator.run(phase, event -> {});
        }
    }
}
