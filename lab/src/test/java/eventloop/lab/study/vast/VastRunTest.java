package eventloop.lab.study.vast;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.LoadHeap;
import eventloop.lab.measure.observe.Quiet;
import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.PlainFileServer;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.vast.Stand.Held;
import eventloop.lab.study.vast.Stand.Lost;
import eventloop.lab.study.vast.Stand.NotRun;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Each server is waited for until it and the machine are at rest: the tests share their waits.
@Execution(ExecutionMode.CONCURRENT)
class VastRunTest {
    /// Says that it listens, and is gone.
    private static final ServerUnderTest MORTAL =
            new ServerUnderTest() {
                @Override
                public String name() {
                    return "mortal";
                }

                @Override
                public Launch launch(Path root) {
                    return new Launch.Announced(
                            List.of("sh", "-c", "echo listening on http://127.0.0.1:1/; exit 3"));
                }
            };

    /// Other tests hold connections on this machine, too: nobody waits for theirs.
    private static final Quiet WHOEVER_ELSE_IS_CONNECTED = new Quiet(OptionalLong.empty());

    @TempDir private Path directory;
    private final List<Stand> stands = new ArrayList<>();
    private final List<StepEnd> ends = new ArrayList<>();

    @Test
    void clientsAreHeldServedAndMeasuredWhileTheyStand() throws Exception {
        run(List.of(40), List.of(new Entrant.Sharing("step07-zerocopy", new PlainFileServer())));

        assertThat(stands).extracting(Stand::clients).containsExactly(40);
        var held = (Held) stands.getLast().outcome();
        assertThat(held.allWereServed(40)).isTrue();
        assertThat(held.arrival().failed() + held.paced().failed()).isZero();
        assertThat(held.paced().answered()).isPositive();
        assertThat(held.paced().reconnects()).isZero();
        assertThat(held.memory().heapBytesAClient()).isPresent();
        var result = result(40).judged(List.of(claim(CrowdFigure.UNANSWERED, 40, 0)));
        assertThat(Json.read(Json.indented(result), VastResult.class)).isEqualTo(result);
        assertThat(VastTable.of(result))
                .containsPattern("H1 +holds +requests without the right answer at 40 clients");
    }

    @Test
    void whoHasComeToItsEndIsNotTriedWithMoreAndCostsTheOthersNothing() throws Exception {
        run(
                List.of(5, 10),
                List.of(
                        new Entrant.Sharing("mortal", MORTAL),
                        new Entrant.Sharing("plain", new PlainFileServer())));

        assertThat(stands)
                .extracting(stand -> stand.outcome().getClass().getSimpleName())
                .containsExactly(
                        Lost.class.getSimpleName(),
                        Held.class.getSimpleName(),
                        NotRun.class.getSimpleName(),
                        Held.class.getSimpleName());
        assertThat(VastTable.of(result(5, 10))).contains("at its end with fewer clients");
    }

    @Test
    void aClaimAboutACrowdHoldsUpToItsBarAndIsNotToldWithoutThatLevel() throws Exception {
        run(List.of(10), List.of(new Entrant.Sharing(CrowdClaim.OURS, new PlainFileServer())));
        stands.add(new Stand(CrowdClaim.OURS, 20, new Lost("too many")));

        var verdicts =
                result(10, 20)
                        .judged(
                                List.of(
                                        claim(CrowdFigure.UNTIL_SERVED, 10, 60),
                                        claim(CrowdFigure.UNTIL_SERVED, 10, 0),
                                        claim(CrowdFigure.UNTIL_SERVED, 20, 60),
                                        claim(CrowdFigure.UNTIL_SERVED, 30, 60)))
                        .verdicts();

        assertThat(verdicts)
                .extracting(CrowdVerdict::verdict)
                .containsExactly(
                        Verdict.HOLDS,
                        Verdict.DOES_NOT_HOLD,
                        Verdict.DOES_NOT_HOLD,
                        Verdict.CANNOT_TELL);
    }

    @Test
    void besideAnotherAClaimIsJudgedAtTheHighestLevelOfBoth() throws Exception {
        run(List.of(10, 20), List.of(new Entrant.Sharing(CrowdClaim.OURS, new PlainFileServer())));
        run(List.of(10), List.of(new Entrant.Sharing("nginx", new PlainFileServer())));

        var claim =
                new CrowdClaim("H2", "", "", "", CrowdFigure.MEAN, 0, Optional.of("nginx"), 1e6);

        assertThat(result(10, 20).judged(List.of(claim)).verdicts())
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.clients()).isEqualTo(10);
                    assertThat(verdict.verdict()).isEqualTo(Verdict.HOLDS);
                    assertThat(verdict.finding()).contains("; nginx ").contains("; ratio ");
                });
    }

    @Test
    void theLedgersClaimsAboutCrowdsCanBeRead() throws Exception {
        assertThat(CrowdClaim.read(Path.of("claims.yaml")))
                .anySatisfy(claim -> {
                    assertThat(claim.clients()).isEqualTo(500_000);
                    assertThat(claim.beside()).isEmpty();
                })
                .anySatisfy(claim -> assertThat(claim.beside()).contains("nginx"));
    }

    private static CrowdClaim claim(CrowdFigure figure, int clients, double most) {
        return new CrowdClaim("H1", "", "", "", figure, clients, Optional.empty(), most);
    }

    @Test
    void aRunAddsItsLevelsToThoseOfOneBefore() {
        stands.add(new Stand("nginx", 5, new Lost("once")));
        stands.add(new Stand("nginx", 10, new Lost("once")));
        var before = result(5, 10);
        stands.clear();
        stands.add(new Stand("nginx", 10, new Lost("again")));
        stands.add(new Stand("nginx", 20, new Lost("again")));

        var both = result(10, 20).and(before);

        assertThat(both.conditions().levels()).containsExactly(5, 10, 20);
        assertThat(both.stands())
                .extracting(Stand::outcome)
                .containsExactly(new Lost("once"), new Lost("again"), new Lost("again"));
        assertThat(both.earlier()).containsExactly(before.provenance());
    }

    @Test
    void whatWasMeasuredAtAnotherRateIsNotAddedTo() {
        var kept = conditions(List.of(5));

        assertThat(conditions(List.of(10)).areLike(kept)).isTrue();
        assertThat(atRate(2_000).areLike(kept)).isFalse();
    }

    private VastResult result(Integer... levels) {
        var here = new Provenance(Instant.EPOCH, "cpu", 2, 1, "Linux", "JDK", "c", "./course vast");
        return new VastResult(
                here,
                List.of(),
                conditions(List.of(levels)),
                List.copyOf(stands),
                List.copyOf(ends),
                List.of());
    }

    private void run(List<Integer> levels, List<Entrant> entrants) throws Exception {
        var nobody = new PrintStream(OutputStream.nullOutputStream());
        try (var progress = new Progress(nobody, false, Duration.ZERO)) {
            new VastRun(
                            conditions(levels),
                            entrants,
                            List.of(),
                            directory,
                            Placement.ANYWHERE,
                            WHOEVER_ELSE_IS_CONNECTED,
                            progress)
                    .run(
                            new VastRun.Listener() {
                                @Override
                                public void measured(Stand stand) {
                                    stands.add(stand);
                                }

                                @Override
                                public void ended(StepEnd end) {
                                    ends.add(end);
                                }
                            });
        }
    }

    private static VastConditions conditions(List<Integer> levels) {
        return conditions(levels, 100);
    }

    private static VastConditions atRate(double requestsPerSecond) {
        return conditions(List.of(10), requestsPerSecond);
    }

    private static VastConditions conditions(List<Integer> levels, double requestsPerSecond) {
        return new VastConditions(
                levels,
                1_000,
                requestsPerSecond,
                0.1,
                0.5,
                0.1,
                20,
                20,
                1024,
                Map.of(),
                100,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                LoadHeap.FRUGAL.flags());
    }
}
