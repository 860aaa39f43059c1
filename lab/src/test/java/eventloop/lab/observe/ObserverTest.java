package eventloop.lab.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ObserverTest {
    private static final int HAND_OVERS = 2_000;

    private final long self = ProcessHandle.current().pid();

    @Test
    void seesThreadsAndMemory() {
        try (var observer = Observer.of(self)) {
            await().untilAsserted(
                            () -> assertThat(observer.observation().mostThreads()).isPresent());

            var observation = observer.observation();
            assertThat(observation.mostThreads().getAsInt()).isGreaterThan(3);
            assertThat(observation.peakMemoryBytes().getAsLong()).isGreaterThan(10 << 20);
        }
    }

    @Test
    void handingOverBetweenThreadsCostsContextSwitches() throws Exception {
        var switches = new ContextSwitches(ProcessFiles.of(self));
        var queue = new SynchronousQueue<Integer>();
        var taker =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 0; i < HAND_OVERS; i++) {
                                takeFrom(queue);
                            }
                            // Stays until it has been looked at.
                            takeFrom(queue);
                        });
        for (int i = 0; i < HAND_OVERS; i++) {
            queue.put(i);
        }
        switches.look();
        queue.put(HAND_OVERS);
        taker.join();

        assertThat(switches.total().orElseThrow().voluntary()).isGreaterThan(HAND_OVERS / 10);
        assertThat(switches.threadsEnded()).isZero();
    }

    @Test
    void processorTimeOfAPhaseIsSharedAmongItsRequests() {
        var watch = new PhaseWatch(ProcessFiles.of(self));
        long end = System.nanoTime() + 300_000_000;
        long rounds = 0;
        while (System.nanoTime() - end < 0) {
            rounds++;
        }
        watch.end();

        var work = watch.work(1000);
        assertThat(rounds).isPositive();
        assertThat(work.processorShare().orElseThrow()).isBetween(0.2, 2.0);
        assertThat(work.processorMicrosPerRequest().orElseThrow()).isBetween(60.0, 900.0);
        assertThat(work.residentMemoryBytes().orElseThrow()).isGreaterThan(10 << 20);
        assertThat(watch.work(0).processorMicrosPerRequest()).isEmpty();
    }

    @Test
    void connectionsOfTheMachineAreCounted() throws Exception {
        var before = ConnectionCounts.now().orElseThrow();
        try (var listening = new ServerSocket(0);
                var client = new Socket(listening.getInetAddress(), listening.getLocalPort());
                var _ = listening.accept()) {
            assertThat(client.isConnected()).isTrue();
        }

        assertThat(ConnectionCounts.now().orElseThrow().since(before).accepted()).isPositive();
    }

    @Test
    void tellsThatThreadsHaveEndedUnseen() throws Exception {
        var queue = new SynchronousQueue<Integer>();
        var thread = Thread.ofPlatform().start(() -> takeFrom(queue));
        var switches = new ContextSwitches(ProcessFiles.of(self));
        switches.look();

        queue.put(1);
        thread.join();

        await().untilAsserted(() -> {
            switches.look();
            assertThat(switches.threadsEnded()).isPositive();
        });
    }

    @Test
    void knowsNothingOfAProcessThatIsNotThere() {
        var files = ProcessFiles.of(Integer.MAX_VALUE);

        assertThat(files.threads()).isEmpty();
        assertThat(files.peakMemoryBytes()).isEmpty();
        assertThat(files.processorTime()).isEmpty();
        assertThat(new ContextSwitches(files).total()).isEmpty();
    }

    private static void takeFrom(SynchronousQueue<Integer> queue) {
        try {
            queue.take();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
