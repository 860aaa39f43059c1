package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.measure.load.TinyServer.Conduct;
import eventloop.lab.measure.server.Nobody;
import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanionsTest {
    private static final Phase SHORT = new Phase.ClosedLoop(0, 0.4);

    /// What is to come again and again has its beats in it.
    private static final Phase A_SECOND = new Phase.ClosedLoop(0, 1);

    private static final double PATIENT = 60;

    /// And yet a machine that stands still for a while does not send anybody away.
    private static final double IMPATIENT = 1.5;

    @TempDir private Path directory;

    @Test
    void idleOnesAskOnceAndStay() throws Exception {
        var asked = new AtomicInteger();
        try (var server = TinyServer.that(counting(asked));
                var generator = generator(server, 0, PATIENT, new Companions.Idle(500))) {
            assertThat(generator.prepare().sentAway()).isZero();
            assertThat(server.connections()).isEqualTo(500);
            assertThat(asked).hasValue(500);

            generator.run(SHORT, event -> {});

            assertThat(server.connections()).isEqualTo(500);
            assertThat(asked).hasValue(500);
        }
    }

    @Test
    void silentOnesSayNothing() throws Exception {
        var asked = new AtomicInteger();
        Conduct counting = out -> asked.incrementAndGet() < 0;
        try (var server = TinyServer.that(counting);
                var generator = generator(server, 0, PATIENT, new Companions.Silent(100))) {
            assertThat(generator.prepare().sentAway()).isZero();

            await().untilAsserted(() -> assertThat(server.connections()).isEqualTo(100));
            assertThat(asked).hasValue(0);
        }
    }

    @Test
    void theyAreThereWhileClientsAreTimedAndAreNotTimedThemselves() throws Exception {
        var asked = new AtomicInteger();
        try (var server = TinyServer.that(counting(asked));
                var generator = generator(server, 3, PATIENT, new Companions.Idle(40))) {
            generator.prepare();
            assertThat(asked).hasValue(40);

            var result = generator.run(SHORT, event -> {});

            assertThat(result.failures().byKind()).isEmpty();
            assertThat(result.answered()).isPositive();
            assertThat(result.answeredInAll()).isLessThanOrEqualTo(asked.get() - 40);
            assertThat(result.companionsLost()).isZero();
        }
    }

    @Test
    void whoFindsNoPlaceIsCountedHoweverThatIsSaid() throws Exception {
        var number = new AtomicInteger();
        Conduct fullAfterTen =
                out -> {
                    int guest = number.incrementAndGet();
                    if (guest <= 10) {
                        return TinyServer.right(out);
                    }
                    if (guest % 3 == 0) {
                        TinyServer.respond(out, 503, "Connection: close\r\n", "full");
                    }
                    return guest % 3 == 1;
                };
        try (var server = TinyServer.that(fullAfterTen);
                var generator = generator(server, 0, IMPATIENT, new Companions.Idle(40))) {
            assertThat(generator.prepare().sentAway()).isEqualTo(30);
            await().untilAsserted(() -> assertThat(server.connections()).isEqualTo(10));
        }
    }

    @Test
    void whoFindsNobodyHasNoPlace() throws Exception {
        try (var nobody = new Nobody();
                var generator =
                        generator(
                                nobody.port(),
                                0,
                                PATIENT,
                                TinyServer.pages(directory),
                                new Companions.Silent(5))) {
            assertThat(generator.prepare().sentAway()).isEqualTo(5);
        }
    }

    @Test
    void placesThatAreLostLaterAreCountedToo() throws Exception {
        try (var server = TinyServer.that(TinyServer::right);
                var generator = generator(server, 0, PATIENT, new Companions.Idle(20))) {
            assertThat(generator.prepare().sentAway()).isZero();

            server.hangUp();

            assertThat(generator.run(SHORT, event -> {}).companionsLost()).isEqualTo(20);
        }
    }

    @Test
    @Tag("timing")
    void slowOnesTakeWhatTheyAreToldToTake() throws Exception {
        int each = 100_000;
        int readers = 5;
        var large = Files.write(directory.resolve("large"), new byte[10 << 20]);
        var sent = new AtomicLong();
        Conduct handingOut =
                out -> {
                    var piece = new byte[1000];
                    TinyServer.head(out, 10 << 20);
                    for (int i = 0; i < 10 << 20; i += piece.length) {
                        out.write(piece);
                        sent.addAndGet(piece.length);
                    }
                    return true;
                };
        try (var server = TinyServer.that(handingOut);
                var generator =
                        generator(
                                server.port(),
                                0,
                                PATIENT,
                                List.of(new Page("/page.html", large.toString(), 1)),
                                new Companions.SlowReaders(readers, each))) {
            assertThat(generator.prepare().sentAway()).isZero();
            generator.run(new Phase.ClosedLoop(0.5, 0.1), event -> {});
            long before = sent.get();
            long began = System.nanoTime();

            generator.run(new Phase.ClosedLoop(0, 2), event -> {});

            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat((sent.get() - before) / seconds / readers).isBetween(each * 0.5, each * 1.5);
        }
    }

    @Tag("timing")
    @Test
    void slowOnesAskAgainWhenTheyHaveReadAll() throws Exception {
        var asked = new AtomicInteger();
        try (var server = TinyServer.that(counting(asked));
                var generator =
                        generator(server, 0, PATIENT, new Companions.SlowReaders(1, 10_000))) {
            assertThat(generator.prepare().sentAway()).isZero();

            generator.run(A_SECOND, event -> {});

            assertThat(asked).hasValueGreaterThan(5);
        }
    }

    @Tag("timing")
    @Test
    void burstsComeInOneGoAndAgainWhileOthersAreTimed() throws Exception {
        var asked = new AtomicInteger();
        try (var server = TinyServer.that(counting(asked));
                var generator = generator(server, 0, PATIENT, new Companions.Bursts(1, 100, 20))) {
            assertThat(generator.prepare().sentAway()).isZero();
            await().untilAsserted(() -> assertThat(asked).hasValue(100));

            var result = generator.run(A_SECOND, event -> {});

            assertThat(asked).hasValueGreaterThan(250);
            assertThat(server.mostAtOnce()).isBetween(50, 100);
            assertThat(result.companionsLost()).isZero();
        }
    }

    @Test
    void whoIsNotAnsweredSendsNoOtherBurst() throws Exception {
        var asked = new AtomicInteger();
        Conduct answeringTen = out -> asked.incrementAndGet() > 10 || TinyServer.right(out);
        try (var server = TinyServer.that(answeringTen);
                var generator = generator(server, 0, PATIENT, new Companions.Bursts(1, 30, 100))) {
            assertThat(generator.prepare().sentAway()).isZero();

            generator.run(SHORT, event -> {});

            assertThat(asked).hasValue(30);
        }
    }

    private static Conduct counting(AtomicInteger asked) {
        return out -> {
            asked.incrementAndGet();
            return TinyServer.right(out);
        };
    }

    private LoadGenerator generator(
            TinyServer server, int clients, double timeout, Companions companions)
            throws IOException {
        return generator(server.port(), clients, timeout, TinyServer.pages(directory), companions);
    }

    private static LoadGenerator generator(
            int port, int clients, double timeout, List<Page> pages, Companions companions)
            throws IOException {
        return new LoadGenerator(
                new LoadPlan(
                        "127.0.0.1",
                        port,
                        Clients.keepAlive(clients),
                        List.of(companions),
                        timeout,
                        1,
                        pages));
    }
}
