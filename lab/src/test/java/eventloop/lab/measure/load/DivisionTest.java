package eventloop.lab.measure.load;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Clients.Connections;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DivisionTest {
    private static final Companions IDLE = new Companions.Idle(25);
    private static final Companions SLOW = new Companions.SlowReaders(4, 1000);

    @Test
    void oneProcessTakesAllIfItCan() {
        var plan = plan(10, IDLE, SLOW);

        assertThat(Division.of(plan, 39)).containsExactly(Share.whole(plan));
    }

    @Test
    void otherwiseClientsAndCompanionsHaveProcessesOfTheirOwn() {
        var silent = new Companions.Silent(4);

        var shares = Division.of(plan(10, IDLE, silent), 15);

        assertThat(shares).extracting(Share::asks).containsExactly(true, false, false);
        assertThat(shares).extracting(Share::number).containsExactly(0, 1, 2);
        assertThat(shares.get(1).plan().companions()).containsExactly(new Companions.Idle(14));
        assertThat(shares.get(2).plan().companions())
                .containsExactly(new Companions.Idle(11), silent);
    }

    @Test
    void whoWorksWhileTheyAreTimedIsWhereTheClientsAre() {
        var bursts = new Companions.Bursts(2, 100, 50);

        var shares = Division.of(plan(10, IDLE, bursts, SLOW), 30);

        assertThat(shares).extracting(Share::asks).containsExactly(true, false);
        assertThat(shares.getFirst().plan().companions()).containsExactly(bursts, SLOW);
        assertThat(shares.getLast().plan().companions()).containsExactly(IDLE);
    }

    @Test
    void noneHasMoreThanItCanTake() {
        for (int most = 6; most < 60; most++) {
            int limit = most;
            var shares = Division.of(plan(31, IDLE, SLOW), most);

            assertThat(shares)
                    .extracting(share -> share.plan().connections())
                    .allMatch(connections -> connections <= limit);
            assertThat(shares).extracting(share -> share.plan().connections()).isNotEmpty();
            assertThat(shares.stream().mapToInt(share -> share.plan().connections()).sum())
                    .isEqualTo(60);
        }
    }

    @Test
    void theRateIsDividedAsTheClientsAre() {
        var plan = plan(10);
        var phase = new Phase.OpenLoop(1000, 1, 2, 5);

        assertThat(Division.of(plan, 4))
                .map(share -> Division.phase(phase, share, plan))
                .containsExactly(
                        new Phase.OpenLoop(400, 1, 2, 5),
                        new Phase.OpenLoop(300, 1, 2, 5),
                        new Phase.OpenLoop(300, 1, 2, 5));
    }

    @Test
    void noTwoAskForTheSameAtTheSameTimes() {
        assertThat(Division.of(plan(10), 4))
                .extracting(share -> share.plan().seed())
                .doesNotHaveDuplicates();
    }

    /// Rounds have seeds that follow each other, and there are a hundred at most.
    @Test
    void inNoTwoRoundsDoesAPartAskForTheSameAtTheSameTimes() {
        var seeds =
                LongStream.rangeClosed(1, 100)
                        .mapToObj(round -> Division.of(plan(10, round), 4))
                        .flatMap(shares -> shares.stream().map(share -> share.plan().seed()));

        assertThat(seeds).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void noTwoComeFromTheSameAddress() {
        var addresses = new HashSet<InetSocketAddress>();
        int count = 0;
        for (var share : Division.of(plan(5000, new Companions.Idle(50_000)), 4000)) {
            var own = SourceAddresses.of(share);
            addresses.addAll(own);
            count += own.size();
        }

        assertThat(addresses).hasSize(count);
    }

    @Test
    void fewClientsComeFromWhereTheSystemPleases() {
        assertThat(SourceAddresses.of(Share.whole(plan(500)))).isEmpty();
    }

    @Test
    void onlyOnTheLoopbackAreAddressesOurs() {
        var elsewhere =
                new LoadPlan(
                        "192.0.2.1",
                        80,
                        new Clients(10, Connections.ONE_A_REQUEST, 1),
                        List.of(),
                        5,
                        1,
                        List.of());

        assertThat(SourceAddresses.of(Share.whole(elsewhere))).isEmpty();
    }

    private static LoadPlan plan(int clients, Companions... companions) {
        return plan(clients, 1, companions);
    }

    private static LoadPlan plan(int clients, long seed, Companions... companions) {
        return new LoadPlan(
                "127.0.0.1",
                80,
                Clients.keepAlive(clients),
                List.of(companions),
                5,
                seed,
                List.of());
    }
}
