package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgendaTest {
    private final EventLoop loop = new DefaultEventLoop();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Agenda agenda = new Agenda(loop, done::completeExceptionally);

    @AfterEach
    void end() {
        loop.shutdownGracefully();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void taskThatFailsIsHeardOfHoweverItWasPutDown(BiConsumer<Agenda, Runnable> way) {
        var fault = new IllegalStateException("a fault");

        way.accept(
                agenda,
                () -> {
                    throw fault;
                });

        assertThat(done).failsWithin(Duration.ofSeconds(10)).withThrowableThat().withCause(fault);
    }

    static Stream<BiConsumer<Agenda, Runnable>> ways() {
        return Stream.of(
                Agenda::now,
                (agenda, task) -> agenda.at(System.nanoTime(), task),
                (agenda, task) -> agenda.afterMillis(1, task),
                (agenda, task) -> agenda.everyMillis(1, task));
    }

    @Test
    void taskThatDoesNotFailIsDone() {
        agenda.now(() -> done.complete(null));

        assertThat(done).succeedsWithin(Duration.ofSeconds(10));
    }
}
