package eventloop.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.lab.load.TinyServer.Conduct;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyTest {
    private static final int LARGE = 1 << 20;

    @TempDir private Path directory;
    private Path small;
    private Path large;
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void writePages() throws IOException {
        small = Files.writeString(directory.resolve("small.html"), TinyServer.BODY);
        large = Files.writeString(directory.resolve("large.html"), "x".repeat(LARGE));
    }

    @Test
    void idleCompanionsHaveAskedOnceBeforeAnyPhaseBegins() throws Exception {
        try (var server = TinyServer.that(counting(TinyServer::right));
                var generator = generator(server, new Companions.Idle(7))) {
            assertThat(generator.prepare().sentAway()).isZero();

            assertThat(requests).hasValue(7);
        }
    }

    @Test
    void silentCompanionsNeverAsk() throws Exception {
        try (var server = TinyServer.that(counting(TinyServer::right));
                var generator = generator(server, new Companions.Silent(7))) {
            assertThat(generator.prepare().sentAway()).isZero();
            var result = generator.run(new Phase.OpenLoop(50, 0, 0.3), event -> {});

            assertThat(requests).hasValue((int) result.answeredInAll());
        }
    }

    @Test
    void companionsWhoAreSentAwayAreCounted() throws Exception {
        Conduct unavailable =
                out -> {
                    TinyServer.respond(out, 503, "", TinyServer.BODY);
                    return true;
                };
        try (var server = TinyServer.that(unavailable);
                var generator = generator(server, new Companions.Idle(5))) {
            assertThat(generator.prepare().sentAway()).isEqualTo(5);
        }
        int nobody = nobodysPort();
        try (var generator = new LoadGenerator(plan(nobody, new Companions.Silent(3)))) {
            assertThat(generator.prepare().sentAway()).isEqualTo(3);
        }
    }

    @Test
    void slowReadersTakeTheirTimeAndAskAgain() throws Exception {
        Conduct large =
                out -> {
                    TinyServer.respond(out, 200, "", "x".repeat(LARGE));
                    return true;
                };
        try (var server = TinyServer.that(counting(large));
                var slow = generator(server, new Companions.SlowReaders(1, LARGE / 10))) {
            slow.prepare();
            await().until(() -> requests.get() == 1);
            try (var quick = generator(server, new Companions.SlowReaders(1, 100 * LARGE))) {
                quick.prepare();

                await().until(() -> requests.get() > 3);
            }
        }
    }

    private Conduct counting(Conduct conduct) {
        return out -> {
            requests.incrementAndGet();
            return conduct.answer(out);
        };
    }

    private LoadGenerator generator(TinyServer server, Companions companions) throws IOException {
        return new LoadGenerator(plan(server.port(), companions));
    }

    private LoadPlan plan(int port, Companions companions) {
        return new LoadPlan(
                "127.0.0.1",
                port,
                Clients.keepAlive(1),
                List.of(companions),
                2,
                1,
                List.of(
                        new Page("/small.html", small.toString(), 1),
                        new Page("/large.html", large.toString(), 0)));
    }

    private static int nobodysPort() throws IOException {
        try (var listening = new ServerSocket(0)) {
            return listening.getLocalPort();
        }
    }
}
