package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import eventloop.lab.measure.load.TinyServer.Conduct;
import eventloop.lab.measure.server.Nobody;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoadGeneratorTest {
    /// What is due in it counts, however long the answers take on a busy machine.
    private static final Phase FEW_REQUESTS = new Phase.OpenLoop(100, 0, 0.3);

    private static final double PATIENT = 60;
    private static final double IMPATIENT = 0.15;

    private static final long SEED = 20180401;

    @TempDir private Path directory;

    @Test
    void openLoopAsksAllThatIsDue() throws Exception {
        var phase = new Phase.OpenLoop(400, 0.2, 0.5);
        try (var server = TinyServer.that(TinyServer::right)) {
            var result = load(server.address(), 20, PATIENT, phase).getFirst();

            assertThat(result.failures().byKind()).isEmpty();
            assertThat(result.answered()).isEqualTo(Due.within(phase, SEED));
            assertThat(result.latency().count()).isEqualTo(result.answered());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misconduct")
    void failuresAreCountedByKind(Failure kind, Conduct misconduct) throws Exception {
        try (var server = TinyServer.that(misconduct)) {
            double timeout = kind == Failure.TIMED_OUT ? IMPATIENT : PATIENT;
            var result = load(server.address(), 3, timeout, FEW_REQUESTS).getFirst();

            assertThat(result.failures().byKind()).containsOnlyKeys(kind);
            assertThat(result.answered()).isZero();
            assertThat(result.whyNot()).hasValue("100 % failed, " + kind.words());
        }
    }

    static Stream<Arguments> misconduct() {
        return Stream.of(
                conduct(Failure.UNAVAILABLE, out -> respond(out, 503, TinyServer.BODY)),
                conduct(Failure.UNEXPECTED_STATUS, out -> respond(out, 404, TinyServer.BODY)),
                conduct(Failure.WRONG_BYTES, out -> respond(out, 200, "something shorter")),
                conduct(Failure.WRONG_BYTES, LoadGeneratorTest::speakGibberish),
                conduct(Failure.WRONG_BYTES, LoadGeneratorTest::sayTooMuch),
                conduct(Failure.CLOSED_EARLY, out -> false),
                conduct(Failure.CLOSED_EARLY, LoadGeneratorTest::sayHalf),
                conduct(Failure.TIMED_OUT, out -> true));
    }

    private static Arguments conduct(Failure kind, Conduct conduct) {
        return Arguments.of(kind, conduct);
    }

    private static boolean respond(OutputStream out, int status, String body) throws IOException {
        TinyServer.respond(out, status, "", body);
        return true;
    }

    private static boolean speakGibberish(OutputStream out) throws IOException {
        out.write("HELO from a mail server, which this is\r\n\r\n".getBytes());
        return true;
    }

    private static boolean sayTooMuch(OutputStream out) throws IOException {
        out.write(
                "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\nwhat was asked for, and more"
                        .getBytes());
        return true;
    }

    private static boolean sayHalf(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\nwhat was".getBytes());
        return false;
    }

    @Test
    void wrongBytesOfTheRightLengthAreFoundInTheResponsesThatAreCompared() throws Exception {
        var wrong = TinyServer.BODY.replace('s', 'z');
        try (var server = TinyServer.that(out -> respond(out, 200, wrong))) {
            var result = load(server.address(), 1, PATIENT, FEW_REQUESTS).getFirst();

            assertThat(result.failures().byKind()).containsOnlyKeys(Failure.WRONG_BYTES);
        }
    }

    @Test
    void bytesOfAnAnswerThatHasComeInPartCountAsTheyCome() throws Exception {
        var counted = new CountDownLatch(1);
        Conduct inHalves =
                out -> {
                    TinyServer.head(out, TinyServer.BODY.length());
                    out.write(TinyServer.BODY.substring(0, 9).getBytes());
                    await(counted);
                    out.write(TinyServer.BODY.substring(9).getBytes());
                    return true;
                };
        try (var server = TinyServer.that(inHalves);
                var generator = new LoadGenerator(plan(server.address(), 1, PATIENT))) {
            var result =
                    generator.run(
                            new Phase.ClosedLoop(0, 1),
                            event -> {
                                if (event instanceof LoadEvent.CountingEnded) {
                                    counted.countDown();
                                }
                            });

            assertThat(result.answered()).isZero();
            assertThat(result.bodyBytes()).isEqualTo(9);
            assertThat(result.counts()).isTrue();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException impatient) {
            throw new InterruptedIOException();
        }
    }

    @Test
    void bytesOfErrorPagesAreNotCounted() throws Exception {
        try (var server = TinyServer.that(out -> respond(out, 503, TinyServer.BODY))) {
            var result = load(server.address(), 1, PATIENT, FEW_REQUESTS).getFirst();

            assertThat(result.failures().byKind()).containsOnlyKeys(Failure.UNAVAILABLE);
            assertThat(result.bodyBytes()).isZero();
        }
    }

    @Test
    void faultOfTheGeneratorEndsThePhaseAndIsTold() throws Exception {
        try (var server = TinyServer.that(TinyServer::right);
                var generator = new LoadGenerator(plan(server.address(), 1, PATIENT))) {
            assertThatThrownBy(() ->
                            generator.run(
                                    FEW_REQUESTS,
                                    event -> {
                                        throw new IllegalStateException("a fault");
                                    }))
                    .hasRootCauseMessage("a fault");
        }
    }

    @Test
    void clientsThatFindNobodyAreRefused() throws Exception {
        try (var nobody = new Nobody()) {
            var result = load(nobody.address(), 3, PATIENT, FEW_REQUESTS).getFirst();

            assertThat(result.failures().byKind()).containsOnlyKeys(Failure.REFUSED);
        }
    }

    @Test
    void connectionsTheServerClosesInGoodOrderAreOpenedAgain() throws Exception {
        try (var server = TinyServer.that(TinyServer::rightOnce)) {
            var result =
                    load(server.address(), 3, PATIENT, new Phase.ClosedLoop(0, 0.3)).getFirst();

            assertThat(result.failures().byKind()).isEmpty();
            assertThat(result.answered()).isPositive();
            assertThat(result.reconnects()).isBetween(result.answered() - 3, result.answered() + 3);
        }
    }

    @Test
    void requestsThatAreNeverAnsweredCountAsSlowAndNotAsAbsent() throws Exception {
        try (var server = TinyServer.that(out -> true)) {
            var result =
                    load(server.address(), 2, IMPATIENT, new Phase.OpenLoop(50, 0, 0.5)).getFirst();

            assertThat(result.failures().byKind()).containsOnlyKeys(Failure.TIMED_OUT);
            assertThat(result.latency().count()).isEqualTo(result.failed()).isGreaterThan(10);
            assertThat(result.latency().p50Millis()).isGreaterThan(100);
        }
    }

    @Test
    void everyPhaseIsToldOfFromItsBeginningToItsEnd() throws Exception {
        var phases = new Phase[] {new Phase.ClosedLoop(0, 0.3), new Phase.OpenLoop(200, 0.1, 0.3)};
        var events = new ArrayList<LoadEvent>();
        try (var server = TinyServer.that(TinyServer::right);
                var generator = new LoadGenerator(plan(server.address(), 5, PATIENT))) {
            for (var phase : phases) {
                generator.run(phase, events::add);
            }
        }

        assertThat(events)
                .extracting(event -> (Object) event.getClass())
                .containsExactly(
                        LoadEvent.Begun.class,
                        LoadEvent.CountingBegun.class,
                        LoadEvent.CountingEnded.class,
                        LoadEvent.Done.class,
                        LoadEvent.Begun.class,
                        LoadEvent.CountingBegun.class,
                        LoadEvent.CountingEnded.class,
                        LoadEvent.Done.class);
    }

    /// Little's law: in a closed loop all clients wait all the time, so their answers take as much time together as
    /// the clients have together. A slow machine has longer response times, and just as many fewer of them.
    @Tag("timing")
    @Test
    void inAClosedLoopAllClientsWaitAllTheTime() throws Exception {
        int clients = 16;
        Conduct slow =
                out -> {
                    TinyServer.pause(20);
                    return TinyServer.right(out);
                };
        try (var server = TinyServer.that(slow)) {
            var phase = new Phase.ClosedLoop(0.5, 1);
            var result = load(server.address(), clients, PATIENT, phase).getFirst();

            assertThat(result.answered() * result.latency().meanMillis() / 1000)
                    .as("seconds that all clients have waited")
                    .isCloseTo(clients * result.seconds(), withinPercentage(20));
        }
    }

    private List<PhaseResult> load(URI server, int clients, double timeout, Phase... phases)
            throws IOException {
        var results = new ArrayList<PhaseResult>();
        try (var generator = new LoadGenerator(plan(server, clients, timeout))) {
            for (var phase : phases) {
                results.add(generator.run(phase, event -> {}));
            }
        }
        return results;
    }

    private LoadPlan plan(URI server, int clients, double timeout) throws IOException {
        return LoadPlan.keepAlive(server, clients, timeout, SEED, TinyServer.pages(directory));
    }
}
