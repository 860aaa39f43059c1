package eventloop.eventqueue;

import static eventloop.contract.TestSettings.serving;
import static eventloop.contract.TestSettings.withDrainTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import eventloop.contract.RawClient;
import eventloop.http.BytesBody;
import eventloop.http.Reply.Client;
import eventloop.selector.Loop;
import eventloop.selector.LoopContract;
import eventloop.selector.LoopServer;
import eventloop.selector.ServerThatFails;
import eventloop.selector.UnpreparedBody;
import eventloop.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The loop that takes one event after the other from its queue.
class EventLoopTest extends LoopContract {
    @Override
    protected Loop newLoop() throws IOException {
        return new EventLoop(new EventQueue(), new TimerWheel());
    }

    @Override
    protected Class<?> mainOfServerThatFails() {
        return Failing.class;
    }

    static final class Failing {
        static void main(String... arguments) {
            ServerThatFails.run(() -> new EventLoop(new EventQueue(), new TimerWheel()), arguments);
        }
    }

    /// What the loop is given by other threads, and by its own.
    @Nested
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    class Tasks {
        private static final Duration PATIENCE = Duration.ofSeconds(60);

        private final KeepsRequests handler = new KeepsRequests("/later");
        private EventLoop loop;
        private Server server;

        @BeforeEach
        void start() throws IOException {
            loop = new EventLoop(new EventQueue(), new TimerWheel());
            var settings = withDrainTimeout(serving(Path.of(".")), PATIENCE);
            server = LoopServer.start(settings, loop, handler);
        }

        @AfterEach
        @Timeout(value = 30, threadMode = SEPARATE_THREAD)
        void close() {
            server.close();
        }

        @Test
        void runOnTheLoopThreadInTheirOrder() throws Exception {
            var order = Collections.synchronizedList(new ArrayList<Integer>());
            var threads = Collections.synchronizedSet(new HashSet<String>());
            var done = new CountDownLatch(1_000);
            for (int i = 0; i < 1_000; i++) {
                int number = i;
                loop.execute(() -> {
                    order.add(number);
                    threads.add(Thread.currentThread().getName());
                    done.countDown();
                });
            }
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(order).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
            assertThat(threads).containsExactly("event-loop");
        }

        @Test
        void fromManyThreadsAreAllRun() throws Exception {
            var done = new CountDownLatch(4 * 10_000);
            for (int i = 0; i < 4; i++) {
                Thread.ofPlatform()
                        .start(() -> {
                            for (int j = 0; j < 10_000; j++) {
                                loop.execute(done::countDown);
                            }
                        });
            }
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }

        @Test
        void thatThrowCostNobodyElseAnything() throws Exception {
            List<Runnable> faults =
                    List.of(
                            () -> {
                                throw new IllegalStateException("a test's own exception");
                            },
                            () -> {
                                throw new StackOverflowError("a test's own overflow");
                            },
                            () -> {
                                throw new OutOfMemoryError("a test's own want of memory");
                            });
            faults.forEach(loop::execute);
            try (var client = RawClient.to(server.address())) {
                assertThat(client.get("/hello").text()).isEqualTo("/hello");
            }
        }

        @Test
        void thatComeBackForeverLetOthersHaveTheirTurn() throws Exception {
            var rounds = new AtomicInteger();
            loop.execute(
                    new Runnable() {
                        @Override
                        public void run() {
                            rounds.incrementAndGet();
                            loop.execute(this);
                        }
                    });
            try (var client = RawClient.to(server.address())) {
                for (int i = 0; i < 100; i++) {
                    assertThat(client.get("/hello").text()).isEqualTo("/hello");
                }
            }
            assertThat(rounds.get()).isGreaterThanOrEqualTo(100);
        }

        /// As those of a cache do, when the disk has answered for all who wait for one file.
        @Test
        void thatAnswerManySendNothingThemselves() throws Exception {
            var bodies = List.of(new WatchedBody("hello"), new WatchedBody("hello"));
            var writersAtItsEnd = new CompletableFuture<List<String>>();
            try (var one = RawClient.to(server.address());
                    var another = RawClient.to(server.address())) {
                one.request("GET /later HTTP/1.1", "Host: a");
                another.request("GET /later HTTP/1.1", "Host: a");
                await().until(() -> handler.kept() == 2);
                loop.execute(() -> {
                    bodies.forEach(handler::answer);
                    writersAtItsEnd.complete(bodies.stream().map(WatchedBody::writtenBy).toList());
                });
                assertThat(one.read().text()).isEqualTo("hello");
                assertThat(another.read().text()).isEqualTo("hello");
            }
            assertThat(writersAtItsEnd.join()).containsOnly("nobody");
        }

        @Test
        void ofAnAnswerThatIsStillToComeAreAwaitedAtTheEnd() throws Exception {
            try (var client = RawClient.to(server.address())) {
                client.request("GET /later HTTP/1.1", "Host: a");
                await().until(() -> handler.kept() == 1);
                var closing = Thread.ofPlatform().start(server::close);
                await().until(() -> RawClient.isRefusedBy(server.address()));
                loop.execute(() -> handler.answer(BytesBody.of("late, and yet in time")));
                assertThat(client.read().text()).isEqualTo("late, and yet in time");
                client.expectEnd();
                assertThat(closing.join(PATIENCE.dividedBy(2))).isTrue();
            }
        }

        @Test
        void thatComeTooLateAreRefusedWhileTheLastOneRuns() throws Exception {
            var ending = new EventLoop(new EventQueue(), new TimerWheel());
            var refusal = new CompletableFuture<Throwable>();
            ending.end(Duration.ZERO);
            ending.execute(() -> ending.execute(() -> refusal.complete(refusalElsewhere(ending))));
            ending.run();
            assertThat(refusal.join()).hasRootCauseInstanceOf(RejectedExecutionException.class);
        }

        /// What another thread hears that has a task for the loop, while the caller waits for it.
        private static Throwable refusalElsewhere(EventLoop loop) {
            return CompletableFuture.runAsync(
                            () -> loop.execute(() -> {}), Thread::startVirtualThread)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .handle((_, refusal) -> refusal)
                    .join();
        }

        @Test
        void ofAnAnswerWhoseClientHasGoneAreDropped() throws Exception {
            var late = new UnpreparedBody();
            try (var client = RawClient.to(server.address())) {
                client.request("GET /later HTTP/1.1", "Host: a");
                await().until(() -> handler.kept() == 1);
                client.reset();
            }
            await().until(() -> handler.clients().allMatch(Client.GONE::equals));
            loop.execute(() -> handler.answer(late));
            await().until(late::isClosed);
            try (var next = RawClient.to(server.address())) {
                assertThat(next.get("/hello").text()).isEqualTo("/hello");
            }
        }
    }
}
