package eventloop.lab.observe;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.load.Latency;
import eventloop.lab.load.LoadEvent;
import eventloop.lab.load.Phase;
import eventloop.lab.load.PhaseResult;
import eventloop.lab.server.Placement;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Of a process that does as it is told, just that must be seen. Its JVM does a little on its own account.
@EnabledOnOs(OS.LINUX)
class ObserverTest {
    private static final Phase PHASE = new Phase.ClosedLoop(0, 1);
    private static final Latency UNKNOWN = new Latency(0, 0, 0, 0, 0, 0, 0, "");
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
    void memoryIsThatAtTheEndOfEachPhase() throws Exception {
        try (var servant = Servant.start();
                var observer = Observer.of(servant.pid())) {
            phase(observer, servant, 1, "sleep 1");
            phase(observer, servant, 1, "hold 60");

            var observation = observer.observation();
            long before = observation.work().getFirst().residentMemoryBytes().orElseThrow();
            long after = observation.work().getLast().residentMemoryBytes().orElseThrow();
            assertThat(after - before).isBetween(58L << 20, 70L << 20);
            assertThat(observation.peakMemoryBytes().orElseThrow()).isBetween(after, 2 * after);
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
    void connectionsOfTheMachineAreCounted() throws Exception {
        try (var observer = Observer.of(ProcessHandle.current().pid());
                var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = listening.getLocalSocketAddress();
            var waiting = List.of(new Socket(), new Socket(), new Socket(), new Socket());
            for (var client : waiting) {
                connect(client, address);
            }
            listening.close();
            connect(new Socket(), address);
            for (var client : waiting) {
                client.close();
            }

            var observation = observer.observation();
            assertThat(observation.accepted().orElseThrow()).isGreaterThanOrEqualTo(2);
            assertThat(observation.dropped().orElseThrow()).isPositive();
            assertThat(observation.refused().orElseThrow()).isPositive();
        }
    }

    private static void connect(Socket client, SocketAddress address) throws IOException {
        try {
            client.connect(address, 200);
        } catch (ConnectException | SocketTimeoutException expected) {
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
            assertThat(observation.accepted()).isEmpty();
            assertThat(observation.work())
                    .containsExactly(
                            new Work(
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

    private static Work observe(Servant servant, long requests, String... labour)
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
                PHASE, seconds, requests, requests, requests, UNKNOWN, Map.of(), 0, UNKNOWN, 0, 0);
    }
}
