package eventloop.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eventloop.contract.RawClient;
import eventloop.contract.TestSettings;
import eventloop.http.BytesBody;
import eventloop.http.Reply;
import eventloop.http.Request;
import eventloop.http.Response;
import eventloop.http.Status;
import eventloop.selector.ConnectionState.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The drawing of [Connection], walked: each story takes exactly the path that is written beside it, and all
/// stories together take every edge that is drawn.
class ConnectionPathTest {
    private static final String HEAD = "GET /hello HTTP/1.1\r\nHost: a\r\n";

    /// What a client does, and where that leads its connection.
    enum Story {
        A_WHOLE_REQUEST("IDLE HANDLING WRITING IDLE CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.get("/hello");
            }
        },
        A_REQUEST_IN_TWO_PARTS("IDLE RECEIVING HANDLING WRITING IDLE CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.send(HEAD);
                awaitFirstStep();
                client.send("\r\n");
                client.read();
            }
        },
        TWO_AT_ONCE("IDLE HANDLING WRITING IDLE HANDLING WRITING IDLE CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.send((HEAD + "\r\n").repeat(2));
                client.read();
                client.read();
            }
        },
        A_BODY_FROM_A_SLOW_DISK("IDLE HANDLING WRITING PREPARING WRITING IDLE CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.get("/slow");
            }
        },
        A_BODY_FROM_A_DISK_THAT_DOES_NOT_ANSWER("IDLE HANDLING WRITING PREPARING CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.request("GET /lost HTTP/1.1", "Host: a");
                await().until(() -> walked.contains(Stage.PREPARING));
                client.reset();
            }
        },
        A_LAST_REQUEST("IDLE HANDLING WRITING CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.send(HEAD + "Connection: close\r\n\r\n");
                client.readToEnd();
            }
        },
        NO_REQUEST("IDLE WRITING LINGERING CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.send("GET / HTTP/1.1\r\n\r\n");
                client.readToEnd();
            }
        },
        NO_REQUEST_AS_IT_TURNS_OUT("IDLE RECEIVING WRITING LINGERING CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.send("GET / HTTP/1.1\r\n");
                awaitFirstStep();
                client.send("\r\n");
                client.readToEnd();
            }
        },
        HALF_A_REQUEST("IDLE RECEIVING CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.send(HEAD);
                awaitFirstStep();
            }
        },
        NOBODY_WAITS_FOR_THE_ANSWER("IDLE HANDLING CLOSED") {
            @Override
            void happen(RawClient client) throws IOException {
                client.request("GET /never HTTP/1.1", "Host: a");
                awaitFirstStep();
                client.reset();
            }
        };

        private final List<Stage> path;

        Story(String path) {
            this.path = Arrays.stream(path.split(" ")).map(Stage::valueOf).toList();
        }

        abstract void happen(RawClient client) throws IOException;

        private Stream<Edge> edges() {
            return IntStream.range(1, path.size())
                    .mapToObj(i -> new Edge(path.get(i - 1), path.get(i)));
        }
    }

    private record Edge(Stage from, Stage to) {}

    private static final List<Stage> walked = new CopyOnWriteArrayList<>();

    /// Waits until the connection has left its first state.
    private static void awaitFirstStep() {
        await().until(() -> walked.size() > 1);
    }

    @ParameterizedTest
    @EnumSource
    void eachStoryTakesItsPath(Story story) throws Exception {
        walked.clear();
        walked.add(Stage.IDLE);
        var settings = TestSettings.serving(Path.of("."));
        var loop = new SelectorLoop();
        try (var server =
                LoopServer.start(
                        settings, loop, (request, reply) -> answer(loop, request, reply))) {
            server.allowTransitions((from, to) -> from.leadsTo(to) && walked.add(to));
            try (var client = RawClient.to(server.address())) {
                story.happen(client);
            }
            await().untilAsserted(() -> assertThat(walked).isEqualTo(story.path));
        }
    }

    private static void answer(Loop loop, Request request, Reply reply) {
        var response = Response.of(Status.OK);
        switch (request.path().path()) {
            case "/never" -> {}
            case "/lost" -> reply.send(response.withBody(new UnpreparedBody()));
            case "/slow" -> reply.send(response.withBody(new SlowBody(loop.timeouts())));
            default -> reply.send(response.withBody(BytesBody.of("hello")));
        }
    }

    /// It is there when it has been asked for once, and some time has passed.
    private static final class SlowBody extends UnpreparedBody {
        private final Timeouts timeouts;
        private boolean prepared;

        private SlowBody(Timeouts timeouts) {
            this.timeouts = timeouts;
        }

        @Override
        public boolean prepare(long from, long to, Runnable whenReady) {
            if (!prepared) {
                timeouts.start(Duration.ofMillis(1), whenReady::run);
            }
            boolean isHere = prepared;
            prepared = true;
            return isHere;
        }
    }

    @Test
    void togetherTheyTakeEveryEdgeThatIsDrawn() {
        var taken = Arrays.stream(Story.values()).flatMap(Story::edges).collect(Collectors.toSet());
        assertThat(taken).isEqualTo(drawn());
    }

    private static Set<Edge> drawn() {
        return Arrays.stream(Stage.values())
                .flatMap(from ->
                        Arrays.stream(Stage.values())
                                .filter(from::leadsTo)
                                .map(to -> new Edge(from, to)))
                .collect(Collectors.toSet());
    }
}
