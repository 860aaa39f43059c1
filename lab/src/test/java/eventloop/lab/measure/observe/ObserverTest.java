package eventloop.lab.measure.observe;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.load.Latency;
import eventloop.lab.measure.load.LoadEvent;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.load.PhaseResult;
import eventloop.lab.measure.server.Placement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Of a process that does as it is told, just that must be seen. Its JVM does a little on its own account.
@Tag("timing")
@EnabledOnOs(OS.LINUX)
class ObserverTest {
    private static final Phase PHASE = new Phase.ClosedLoop(0, 1);
    private static final Latency UNKNOWN = new Latency(0, 0, 0, 0, 0, 0, "");
    private static final List<String> ON_ONE_PROCESSOR = Placement.apart().server();

    @Test
    void requestsShareTheProcessorTime() throws Exception {
        try (var servant = Servant.start()) {
            var work = observe(servant, 1000, "burn 500");

            assertThat(work.processorMicrosPerRequest().orElseThrow()).isBetween(480.0, 700.0);
            assertThat(work.userMicrosPerRequest().orElseThrow()).isGreaterThan(400);
        }
    }

    @Test
    void timeInTheKernelIsToldApart() throws Exception {
        try (var servant = Servant.start()) {
            var work = observe(servant, 1000, "read 500");

            assertThat(work.processorMicrosPerRequest().orElseThrow()).isBetween(480.0, 700.0);
            assertThat(work.systemMicrosPerRequest().orElseThrow()).isGreaterThan(400);
        }
    }

    @Test
    void processorTimeOfThreadsThatHaveEndedIsNotForgotten() throws Exception {
        try (var servant = Servant.start()) {
            var work = observe(servant, 1000, "burn-apart 5 100");

            assertThat(work.processorMicrosPerRequest().orElseThrow()).isBetween(480.0, 700.0);
        }
    }

    @Test
    void shareIsOfTheTimeThatWasCounted() throws Exception {
        try (var servant = Servant.start(ON_ONE_PROCESSOR);
                var observer = Observer.of(servant.pid())) {
            phase(observer, servant, 1, "sleep 500");
            phase(observer, servant, 1, "burn-on 5000 2", "burn 500");

            var work = observer.observation().work();
            double asleep = work.getFirst().processorShare().orElseThrow();
            double busy = work.getLast().processorShare().orElseThrow();
            assertThat(asleep).isLessThan(busy / 2);
            assertThat(busy).isBetween(0.05, 1.05);
        }
    }

    @Test
    void leadInIsNotCounted() throws Exception {
        try (var servant = Servant.start();
                var observer = Observer.of(servant.pid())) {
            observer.accept(new LoadEvent.Begun(PHASE));
            servant.does("burn 500");
            count(observer, servant, 1000, "burn 100");

            assertThat(
                            observer.observation()
                                    .work()
                                    .getFirst()
                                    .processorMicrosPerRequest()
                                    .orElseThrow())
                    .isBetween(80.0, 300.0);
        }
    }

    @Test
    void threadsThatHaveToWaitSwitchVoluntarily() throws Exception {
        try (var servant = Servant.start()) {
            var work = observe(servant, 500, "sleep 500");

            assertThat(work.voluntarySwitchesPerRequest().orElseThrow()).isBetween(0.98, 1.5);
        }
    }

    @Test
    void threadsThatShareAProcessorAreForcedToSwitch() throws Exception {
        try (var servant = Servant.start(ON_ONE_PROCESSOR)) {
            var work = observe(servant, 1, "burn-on 5000 2", "burn 500");

            assertThat(work.forcedSwitchesPerRequest().orElseThrow())
                    .isGreaterThan(20)
                    .isGreaterThan(work.voluntarySwitchesPerRequest().orElseThrow());
        }
    }

    @Test
    void switchesOfThreadsThatHaveEndedAreNotGuessed() throws Exception {
        try (var servant = Servant.start()) {
            var work = observe(servant, 100, "burn-apart 5 100");

            assertThat(work.switchesPerRequest()).isEmpty();
            assertThat(work.voluntarySwitchesPerRequest()).isEmpty();
            assertThat(work.forcedSwitchesPerRequest()).isEmpty();
        }
    }

    @Test
    void memoryIsThatAtTheEndOfEachPhaseAndTheMostOfAll() throws Exception {
        try (var servant = Servant.start();
                var observer = Observer.of(servant.pid())) {
            phase(observer, servant, 1, "sleep 1");
            phase(observer, servant, 1, "hold 60");
            phase(observer, servant, 1, "release 60");

            var observation = observer.observation();
            var memory =
                    observation.work().stream()
                            .mapToLong(work -> work.residentMemoryBytes().orElseThrow())
                            .toArray();
            assertThat(memory[1] - memory[0]).isBetween(58L << 20, 70L << 20);
            assertThat(memory[1] - memory[2]).isBetween(50L << 20, 62L << 20);
            assertThat(observation.peakMemoryBytes().orElseThrow())
                    .isBetween(memory[1] - (1L << 20), memory[1] + (10L << 20));
        }
    }

    @Test
    void threadsAreTheMostAtOnce() throws Exception {
        try (var servant = Servant.start();
                var observer = Observer.of(servant.pid())) {
            phase(observer, servant, 1, "sleep 1");
            int alone = observer.observation().mostThreads().orElseThrow();
            phase(observer, servant, 1, "burn-on 1000 20");

            assertThat(observer.observation().mostThreads().orElseThrow() - alone)
                    .isBetween(20, 40);
        }
    }

    @Test
    void connectionsThatTheKernelDropsAreCounted() throws Exception {
        try (var observer = Observer.of(ProcessHandle.current().pid())) {
            connectToOneThatIsNotQuickEnough();

            assertThat(observer.observation().dropped().orElseThrow()).isPositive();
        }
    }

    /// It lets one wait, and the kernel lets one more. Whoever comes then is not heard.
    private static void connectToOneThatIsNotQuickEnough() throws IOException {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var first = new Socket();
                var second = new Socket();
                var third = new Socket()) {
            for (var client : List.of(first, second, third)) {
                connect(client, listening.getLocalSocketAddress());
            }
        }
    }

    private static void connect(Socket client, SocketAddress address) throws IOException {
        try {
            client.connect(address, 200);
        } catch (SocketTimeoutException expected) {
            // That is what is to be seen.
        }
    }

    @Test
    void nothingIsClaimedOfAProcessThatIsNotThere() {
        try (var observer = Observer.of(Integer.MAX_VALUE)) {
            observer.accept(new LoadEvent.Begun(PHASE));
            observer.accept(new LoadEvent.CountingBegun(PHASE));
            observer.accept(new LoadEvent.CountingEnded(PHASE));
            observer.accept(new LoadEvent.Done(result(1, 1000)));

            var observation = observer.observation();
            assertThat(observation.mostThreads()).isEmpty();
            assertThat(observation.peakMemoryBytes()).isEmpty();
            assertThat(observation.dropped()).isEmpty();
            assertThat(observation.work())
                    .containsExactly(
                            new PhaseCost(
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalLong.empty()));
        }
    }

    @Test
    void withoutAnswersNothingIsPerRequest() throws Exception {
        try (var servant = Servant.start()) {
            var work = observe(servant, 0, "sleep 1");

            assertThat(work.processorShare()).isPresent();
            assertThat(work.processorMicrosPerRequest()).isEmpty();
            assertThat(work.switchesPerRequest()).isEmpty();
        }
    }

    private static PhaseCost observe(Servant servant, long requests, String... labour)
            throws IOException {
        try (var observer = Observer.of(servant.pid())) {
            phase(observer, servant, requests, labour);
            return observer.observation().work().getFirst();
        }
    }

    private static void phase(Observer observer, Servant servant, long requests, String... labour)
            throws IOException {
        observer.accept(new LoadEvent.Begun(PHASE));
        count(observer, servant, requests, labour);
    }

    private static void count(Observer observer, Servant servant, long requests, String... labour)
            throws IOException {
        observer.accept(new LoadEvent.CountingBegun(PHASE));
        long begin = System.nanoTime();
        for (var task : labour) {
            servant.does(task);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        observer.accept(new LoadEvent.CountingEnded(PHASE));
        observer.accept(new LoadEvent.Done(result(seconds, requests)));
    }

    private static PhaseResult result(double seconds, long requests) {
        return new PhaseResult(
                PHASE,
                seconds,
                requests,
                requests,
                requests,
                0,
                UNKNOWN,
                Failures.NONE,
                0,
                Optional.empty(),
                UNKNOWN,
                0,
                0,
                0);
    }
}
