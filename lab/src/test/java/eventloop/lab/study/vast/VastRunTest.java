package eventloop.lab.study.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.load.Errors;
import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.load.Failures;
import eventloop.lab.measure.load.LoadHeap;
import eventloop.lab.measure.observe.Quiet;
import eventloop.lab.measure.result.Json;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.result.Provenances;
import eventloop.lab.measure.server.DyingServer;
import eventloop.lab.measure.server.Launch;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.PlainFileServer;
import eventloop.lab.measure.server.ScriptedServer;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.study.claims.Verdict;
import eventloop.lab.study.vast.Stand.Held;
import eventloop.lab.study.vast.Stand.Lost;
import eventloop.lab.study.vast.Stand.NotRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class VastRunTest {
    /// Says that it listens, and is gone.
    private static final ServerUnderTest MORTAL =
            new ScriptedServer("mortal", "echo listening on http://127.0.0.1:1/; exit 3");

    private static final ServerUnderTest NOT_INSTALLED =
            new ServerUnderTest() {
                @Override
                public String name() {
                    return "absent";
                }

                @Override
                public Optional<String> missing() {
                    return Optional.of("not installed: get it");
                }

                @Override
                public Launch launch(Path root) {
                    throw new AssertionError("it is not there to be started");
                }
            };

    /// Other tests hold connections on this machine, too: nobody waits for theirs.
    private static final Quiet WHOEVER_ELSE_IS_CONNECTED = new Quiet(OptionalLong.empty());

    private static final double LEAD_IN_SECONDS = 0.2;
    private static final int FEW = 5;
    private static final int MANY = 40;

    /// Of one run for all tests: a crowd takes seconds to come and to go, and most tests only judge it.
    private static final List<Stand> STANDS = new ArrayList<>();

    @TempDir private Path elsewhere;

    @BeforeAll
    static void twoCrowdsAreHeldBesideOneWhoCannot(@TempDir Path directory) throws Exception {
        var entrants =
                List.<Entrant>of(
                        new Entrant.Sharing("mortal", MORTAL),
                        new Entrant.Sharing(CrowdClaim.OURS, new PlainFileServer()),
                        new Entrant.Sharing("absent", NOT_INSTALLED));
        STANDS.addAll(run(entrants, List.of(FEW, MANY), directory));
    }

    private static List<Stand> run(List<Entrant> entrants, List<Integer> levels, Path directory)
            throws Exception {
        var stands = new ArrayList<Stand>();
        var nobody = new PrintStream(OutputStream.nullOutputStream());
        try (var progress = new Progress(nobody, false, Duration.ZERO)) {
            new VastRun(
                            conditions(levels),
                            entrants,
                            List.of(),
                            directory,
                            Placement.ANYWHERE,
                            WHOEVER_ELSE_IS_CONNECTED,
                            progress,
                            LEAD_IN_SECONDS)
                    .run(
                            new VastRun.Listener() {
                                @Override
                                public void measured(Stand stand) {
                                    stands.add(stand);
                                }

                                @Override
                                public void ended(StepEnd end) {
                                    throw new AssertionError("nobody asked for " + end);
                                }
                            });
        }
        return stands;
    }

    @Test
    void clientsAreHeldServedAndMeasuredWhileTheyStand() throws Exception {
        var result = result(STANDS, FEW, MANY);

        var held = result.held(CrowdClaim.OURS, MANY).orElseThrow();
        assertThat(held.allWereServed(MANY)).isTrue();
        assertThat(held.arrival().failed() + held.paced().failed()).isZero();
        assertThat(held.paced().answered()).isPositive();
        assertThat(held.paced().reconnects()).isZero();
        assertThat(held.memory().heapBytesAClient()).isPresent();
        var judged = result.judged(List.of(claim(CrowdFigure.UNANSWERED, MANY, 0)));
        assertThat(Json.read(Json.indented(judged), VastResult.class)).isEqualTo(judged);
        assertThat(VastTable.of(judged))
                .containsPattern("H1 +holds +requests without the right answer at 40 clients");
    }

    @Test
    void whoHasComeToItsEndIsNotTriedWithMoreAndCostsTheOthersNothing() {
        assertThat(STANDS)
                .extracting(Stand::clients)
                .containsExactly(FEW, FEW, FEW, MANY, MANY, MANY);
        assertThat(STANDS)
                .filteredOn(stand -> !stand.server().equals("absent"))
                .extracting(stand -> stand.outcome().getClass().getSimpleName())
                .containsExactly(
                        Lost.class.getSimpleName(),
                        Held.class.getSimpleName(),
                        NotRun.class.getSimpleName(),
                        Held.class.getSimpleName());
        assertThat(VastTable.of(result(STANDS, FEW, MANY)))
                .contains("at its end with fewer clients");
    }

    @Test
    void aServerThatDiesWhileItsClientsStandIsLost() throws Exception {
        var stands =
                run(
                        List.of(new Entrant.Sharing("dying", new DyingServer(20))),
                        List.of(FEW),
                        elsewhere);

        assertThat(stands)
                .singleElement()
                .extracting(Stand::outcome)
                .isInstanceOfSatisfying(
                        Lost.class,
                        lost ->
                                assertThat(lost.reason())
                                        .contains("died", "status " + DyingServer.STATUS));
    }

    @Test
    void whoFailsIsTriedOnceMoreWithClientsThatComeMoreSlowly() throws Exception {
        var launches = new AtomicInteger();
        var second =
                new ServerUnderTest() {
                    @Override
                    public String name() {
                        return "second";
                    }

                    @Override
                    public Launch launch(Path root) throws IOException {
                        var server =
                                launches.incrementAndGet() == 1 ? MORTAL : new PlainFileServer();
                        return server.launch(root);
                    }
                };

        var stands = run(List.of(new Entrant.Sharing("second", second)), List.of(FEW), elsewhere);

        assertThat(stands)
                .singleElement()
                .extracting(Stand::outcome)
                .isInstanceOfSatisfying(
                        Held.class,
                        held ->
                                assertThat(held.whySlowly().orElseThrow())
                                        .startsWith(
                                                "its clients came at 333 a second, for at 1,000 "));
        assertThat(VastTable.of(result(stands, FEW))).contains("came at 333 a second");
    }

    @Test
    void whoIsNotInstalledWasNotTriedAndIsNotAtItsEnd() {
        var notRun = new NotRun("not installed: get it", Optional.empty());

        assertThat(STANDS)
                .filteredOn(stand -> stand.server().equals("absent"))
                .extracting(Stand::outcome)
                .containsExactly(notRun, notRun);
    }

    @Test
    void aClaimAboutACrowdHoldsUpToItsBarAndIsNotToldWithoutThatLevel() {
        int tooMany = 2 * MANY;
        int neverTried = 4 * MANY;
        var lost = new Stand(CrowdClaim.OURS, tooMany, new Lost("too many"));

        var verdicts =
                result(and(STANDS, lost), FEW, MANY, tooMany)
                        .judged(
                                List.of(
                                        claim(CrowdFigure.UNTIL_SERVED, MANY, 60),
                                        claim(CrowdFigure.UNTIL_SERVED, MANY, 0),
                                        claim(CrowdFigure.UNTIL_SERVED, tooMany, 60),
                                        claim(CrowdFigure.UNTIL_SERVED, neverTried, 60)))
                        .verdicts();

        assertThat(verdicts)
                .extracting(CrowdVerdict::verdict)
                .containsExactly(
                        Verdict.HOLDS,
                        Verdict.DOES_NOT_HOLD,
                        Verdict.DOES_NOT_HOLD,
                        Verdict.CANNOT_TELL);
    }

    /// The other has just what step 7 has, so that the ratio is known.
    @Test
    void besideAnotherAClaimIsJudgedAtTheHighestLevelOfBoth() {
        var run = result(STANDS, FEW, MANY);
        var other = new Stand("nginx", FEW, run.held(CrowdClaim.OURS, FEW).orElseThrow());

        var verdicts =
                result(and(STANDS, other), FEW, MANY)
                        .judged(List.of(besideNginx(1.2), besideNginx(0.5)))
                        .verdicts();

        assertThat(verdicts).extracting(CrowdVerdict::clients).containsOnly(OptionalInt.of(FEW));
        assertThat(verdicts)
                .extracting(CrowdVerdict::verdict)
                .containsExactly(Verdict.HOLDS, Verdict.DOES_NOT_HOLD);
        assertThat(verdicts.getFirst().finding()).contains("; nginx ", "; ratio 1, at most 1.2");
    }

    /// Of a crowd most of which was served there are figures; but it has not been held.
    @Test
    void aLevelAtWhichOneClientWasNotServedIsNoLevelOfBoth() {
        var run = result(STANDS, FEW, MANY);
        var few = run.held(CrowdClaim.OURS, FEW).orElseThrow();
        var oneMore = new Stand(CrowdClaim.OURS, MANY + 1, run.held(CrowdClaim.OURS, MANY).get());
        var others =
                List.of(
                        new Stand("nginx", FEW, few),
                        new Stand("nginx", MANY + 1, oneMore.outcome()));
        var stands = Stream.of(STANDS, List.of(oneMore), others).flatMap(List::stream).toList();

        var verdict = besideNginx(1.2).judge(result(stands, FEW, MANY + 1));

        assertThat(verdict.clients()).hasValue(FEW);
        assertThat(verdict.verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aRatioThatIsNearItsBarOnEitherSideIsNotToldByOneRun() {
        var run = result(STANDS, FEW, MANY);
        var other = new Stand("nginx", FEW, run.held(CrowdClaim.OURS, FEW).orElseThrow());

        var verdicts =
                result(and(STANDS, other), FEW, MANY)
                        .judged(List.of(besideNginx(1.05), besideNginx(1), besideNginx(0.95)))
                        .verdicts();

        assertThat(verdicts).extracting(CrowdVerdict::verdict).containsOnly(Verdict.CANNOT_TELL);
        assertThat(verdicts.getFirst().finding()).endsWith("too near to it for one run");
    }

    @Test
    void verdictsThatWereStoredAreJudgedAnew() {
        var run = result(STANDS, FEW, MANY);
        var stored = claim(CrowdFigure.UNTIL_SERVED, MANY, 0).judge(run).with(Verdict.HOLDS);

        var read =
                new VastResult(
                        run.provenance(),
                        run.earlier(),
                        run.conditions(),
                        run.stands(),
                        run.ends(),
                        List.of(stored));

        assertThat(read.verdicts())
                .extracting(CrowdVerdict::verdict)
                .containsExactly(Verdict.DOES_NOT_HOLD);
    }

    /// Two more clients than were served: they have not failed, and are not served either.
    @Test
    void whoWasStillWaitingCountsAsUnanswered() {
        var run = result(STANDS, FEW, MANY);
        int came = MANY + 2;
        var waiting =
                new Stand(CrowdClaim.OURS, came, run.held(CrowdClaim.OURS, MANY).orElseThrow());

        var verdicts =
                result(and(STANDS, waiting), FEW, MANY, came)
                        .judged(List.of(claim(CrowdFigure.UNANSWERED, came, 0)))
                        .verdicts();

        assertThat(verdicts.getFirst().ours()).hasValue(2);
    }

    /// A connection that the server has lost meanwhile is found out when its client asks again.
    @Test
    void whatFailsInTheWarmUpIsLeftWithoutTheRightAnswerToo() {
        var reset = new Errors(new Failures(Map.of(Failure.CLOSED_EARLY, 3L)), 2);
        var held = result(STANDS, FEW, MANY).held(CrowdClaim.OURS, MANY).orElseThrow();
        var stand = new Stand(CrowdClaim.OURS, MANY, warmedWith(reset, held));

        var judged =
                result(List.of(stand), MANY)
                        .judged(List.of(claim(CrowdFigure.UNANSWERED, MANY, 0)));

        assertThat(judged.verdicts().getFirst().ours()).hasValue(3);
        assertThat(VastTable.of(judged)).contains("3 closed early, 2 came again");
    }

    private static Held warmedWith(Errors errors, Held held) {
        return new Held(
                held.serverProcesses(),
                held.loadProcesses(),
                held.secondsUntilServed(),
                held.arrival(),
                Optional.of(errors),
                held.paced(),
                held.connectionsLost(),
                held.idleProcessorShare(),
                held.memory(),
                held.bystanders(),
                held.whySlowly());
    }

    @Test
    void whatWasStoredWithoutTheErrorsOfTheWarmUpCanBeAddedToAndDoesNotTellOfThem() {
        var stored = Json.read(Json.line(result(STANDS, FEW, MANY)), JsonNode.class);
        stored.get("stands")
                .forEach(stand ->
                        ((ObjectNode) stand.get("outcome"))
                                .remove(
                                        List.of(
                                                "whileWarmed",
                                                "connectionsLost",
                                                "bystanders",
                                                "whySlowly")));

        var read = Json.whole(stored, VastResult.class);

        var held = read.held(CrowdClaim.OURS, MANY).orElseThrow();
        assertThat(held.whileWarmed()).isEmpty();
        assertThat(held.connectionsLost()).isEmpty();
        assertThat(held.errors().words()).isEqualTo("0");
        var unanswered = claim(CrowdFigure.UNANSWERED, MANY, 0).judge(read);
        assertThat(unanswered.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    private static CrowdClaim besideNginx(double most) {
        return new CrowdClaim(
                "H2",
                "",
                "",
                "",
                CrowdFigure.UNTIL_SERVED,
                OptionalInt.empty(),
                Optional.of("nginx"),
                most);
    }

    private static List<Stand> and(List<Stand> stands, Stand another) {
        return Stream.concat(stands.stream(), Stream.of(another)).toList();
    }

    @Test
    void theLedgersClaimsAboutCrowdsCanBeRead() throws Exception {
        assertThat(CrowdClaim.read(Path.of("claims.yaml")))
                .anySatisfy(claim -> {
                    assertThat(claim.clients()).hasValue(500_000);
                    assertThat(claim.beside()).isEmpty();
                })
                .anySatisfy(claim -> {
                    assertThat(claim.clients()).isEmpty();
                    assertThat(claim.beside()).contains("nginx");
                });
    }

    /// Without its bar it would be a claim of at most 0.
    @Test
    void aClaimAboutACrowdThatLacksAPartIsNotRead() throws Exception {
        var ledger =
                Files.writeString(
                        elsewhere.resolve("claims.yaml"),
                        """
                        crowds:
                          - {id: H9, sentence: s, slide: s, lesson: l, figure: memory}
                        """);

        assertThatThrownBy(() -> CrowdClaim.read(ledger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("claim H9: ")
                .hasMessageContaining("most");
    }

    @Test
    void aLedgerThatIsNoYamlIsToldWithItsName() throws Exception {
        var ledger = Files.writeString(elsewhere.resolve("claims.yaml"), "crowds:\n\t- {}\n");

        assertThatThrownBy(() -> CrowdClaim.read(ledger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(ledger + ": ");
    }

    private static CrowdClaim claim(CrowdFigure figure, int clients, double most) {
        return new CrowdClaim(
                "H1", "", "", "", figure, OptionalInt.of(clients), Optional.empty(), most);
    }

    @Test
    void aRunAddsItsLevelsToThoseOfOneBefore() {
        var before = result(List.of(lost(5, "once"), lost(10, "once")), 5, 10);
        var run = result(List.of(lost(10, "again"), lost(20, "again")), 10, 20);

        var both = run.and(before);

        assertThat(both.conditions().levels()).containsExactly(5, 10, 20);
        assertThat(both.stands())
                .extracting(Stand::outcome)
                .containsExactly(new Lost("once"), new Lost("again"), new Lost("again"));
        assertThat(both.earlier()).containsExactly(before.provenance());
    }

    private static Stand lost(int clients, String reason) {
        return new Stand("nginx", clients, new Lost(reason));
    }

    @Test
    void whatWasMeasuredAtAnotherRateIsNotAddedTo() {
        var kept = conditions(List.of(5));

        assertThat(conditions(List.of(10)).differencesFrom(kept)).isEmpty();
        assertThat(atRate(2_000).differencesFrom(kept))
                .containsExactly("requests a second (2000.0, not 100.0)");
    }

    @Test
    void whatWasMeasuredUnderOtherLimitsIsNotAddedTo() {
        var kept = conditions(List.of(5), 100, 100, "nginx 1.22");

        assertThat(conditions(List.of(5), 100, 200, "nginx 1.26").differencesFrom(kept))
                .containsExactly(
                        "connections a process (200, not 100)",
                        "nginx (nginx 1.26, not nginx 1.22)");
    }

    @Test
    void aServerThatHasGrownOlderIsTheSame() {
        var kept = conditions(List.of(5), 100, 100, "nginx 1.22, 3 years old");

        assertThat(
                        conditions(List.of(10), 100, 100, "nginx 1.22, 4 years old")
                                .differencesFrom(kept))
                .isEmpty();
    }

    private static VastResult result(List<Stand> stands, Integer... levels) {
        var here = Provenances.of("./course vast");
        return new VastResult(
                here,
                List.of(),
                conditions(List.of(levels)),
                List.copyOf(stands),
                List.of(),
                List.of());
    }

    static VastConditions conditions(List<Integer> levels) {
        return conditions(levels, 100);
    }

    private static VastConditions atRate(double requestsPerSecond) {
        return conditions(List.of(10), requestsPerSecond);
    }

    private static VastConditions conditions(List<Integer> levels, double requestsPerSecond) {
        return conditions(levels, requestsPerSecond, 100, "nginx 1.22");
    }

    private static VastConditions conditions(
            List<Integer> levels, double requestsPerSecond, int connectionsEach, String nginx) {
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
                Map.of("nginx", nginx),
                connectionsEach,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                LoadHeap.FRUGAL.flags());
    }
}
