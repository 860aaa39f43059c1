package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThat;

import eventloop.lab.measure.load.Companions;
import eventloop.lab.measure.load.Failure;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.study.claims.Expectation.Direction;
import eventloop.lab.study.claims.FakeSide.Round;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// Is the first side's response time at least twice the second's?
class TrialTest {
    private static final Round SLOW = Round.of(30);
    private static final Round QUICK = Round.of(10);
    private static final Companions COMPANIONS = new Companions.Idle(100);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(shown), true, Duration.ofSeconds(10));

    @Test
    void fiveClearRoundsAreAVerdict() throws Exception {
        var result = run(FakeSide.of(SLOW), FakeSide.of(QUICK));

        assertThat(result.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(result.pairs()).hasSize(5).containsOnly(new Pair(30, 10));
        assertThat(result.reason()).isEqualTo("at least 2 times as high in 5 of 5 rounds");
    }

    @Test
    void theFirstRoundIsThrownAway() throws Exception {
        var result = run(FakeSide.of(Round.of(9000), SLOW), FakeSide.of(QUICK));

        assertThat(result.pairs()).hasSize(5).containsOnly(new Pair(30, 10));
    }

    @Test
    void theSidesSwapWhoBegins() throws Exception {
        var turns = new ArrayList<String>();

        run(
                FakeSide.of(SLOW).told(() -> turns.add("first")),
                FakeSide.of(QUICK).told(() -> turns.add("second")));

        assertThat(String.join(" ", turns))
                .startsWith("first second second first first second second first");
    }

    @Test
    void roundsThatDisagreeAreFollowedByMoreAndTheTimeIsCountedAnew() throws Exception {
        progress.stage("X01");

        var result = run(FakeSide.of(SLOW, QUICK, SLOW), FakeSide.of(QUICK));

        assertThat(result.pairs()).hasSize(9);
        assertThat(result.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(shown.toString())
                .contains("of about 0:10  X01: round 5 of 5")
                .containsPattern("of about 0:[2-9]\\d  X01: round 6 of 9");
    }

    @Test
    void aRoundWhoseRequestsFailEndsTheTrialWithoutAVerdict() throws Exception {
        var failing = FakeSide.of(QUICK, QUICK, QUICK.failing(Failure.UNAVAILABLE, 820));

        var result = run(FakeSide.of(SLOW), failing);

        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(result.reason())
                .isEqualTo(
                        "second: 82 % failed, answered 503; what may prevent it, here or elsewhere: Never.");
        assertThat(result.pairs()).hasSize(1);
    }

    @Test
    void companionsWhoNeverCameEndItToo() throws Exception {
        var result = run(FakeSide.of(SLOW.sendingAway(40)), FakeSide.of(QUICK));

        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(result.reason()).startsWith("first: of 100 companions 60 were there");
    }

    @Test
    void aServerThatDiesEndsItToo() throws Exception {
        var result = run(FakeSide.of(SLOW), FakeSide.of(QUICK, QUICK, QUICK.dying()));

        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(result.reason()).startsWith("the server died under load");
    }

    @Test
    void disturbedRoundsAreRepeated() throws Exception {
        var disturbed = Round.of(1).disturbedBy(0.4);

        var result = run(FakeSide.of(SLOW, disturbed, SLOW, disturbed, SLOW), FakeSide.of(QUICK));

        assertThat(result.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(result.pairs()).hasSize(5).containsOnly(new Pair(30, 10));
    }

    /// That they failed may be the others' doing.
    @Test
    void whatFailsInADisturbedRoundIsRepeatedToo() throws Exception {
        var spoilt = QUICK.failing(Failure.TIMED_OUT, 20).disturbedBy(0.4);

        var result = run(FakeSide.of(SLOW), FakeSide.of(QUICK, QUICK, spoilt, QUICK));

        assertThat(result.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(result.pairs()).hasSize(5).containsOnly(new Pair(30, 10));
    }

    /// A server does slowly what it does for the first time.
    @Test
    void whatFailsInTheRoundThatIsThrownAwayIsThrownAwayWithIt() throws Exception {
        var cold = QUICK.failing(Failure.TIMED_OUT, 20);

        var result = run(FakeSide.of(SLOW), FakeSide.of(cold, QUICK));

        assertThat(result.verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aMachineThatIsAlwaysDisturbedCannotTell() throws Exception {
        var result = run(FakeSide.of(SLOW.disturbedBy(0.4)), FakeSide.of(QUICK));

        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(result.reason())
                .startsWith(
                        "other programs, or the host, took more than 15 % of the processors in 6 rounds");
        assertThat(result.pairs()).isEmpty();
    }

    @Test
    void verdictThatTheLateGeneratorCouldHaveMadeIsNone() throws Exception {
        var result = run(FakeSide.of(SLOW.late(20)), FakeSide.of(QUICK));

        assertThat(result.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(result.reason()).contains("the load generator was late itself");
    }

    @Test
    void howeverItEndsBothSidesAreClosed() throws Exception {
        var first = FakeSide.of(SLOW);
        var second = FakeSide.of(QUICK.dying());

        run(first, second);

        assertThat(first.isClosed()).isTrue();
        assertThat(second.isClosed()).isTrue();
    }

    @Test
    void theSecondDoesNotStartBeforeTheFirstHasComeToRest() throws Exception {
        var first = FakeSide.of(SLOW);
        MeasuredSide.Starter starter =
                side -> {
                    if (side.name().equals("first")) {
                        return first;
                    }
                    throw new ServerFailure("the first is at rest: " + first.isAtRest());
                };

        var result = new Trial(claim(), starter, progress).run(OptionalDouble.empty());

        assertThat(result.reason()).startsWith("the first is at rest: true");
    }

    @Test
    void whoHasHadItsTurnComesToRest() throws Exception {
        var first = FakeSide.of(SLOW);
        var second = FakeSide.of(QUICK.dying());

        run(first, second);

        assertThat(first.isAtRest()).isTrue();
        assertThat(second.isAtRest()).isFalse();
    }

    @Test
    void aServerThatIsNotThereIsTheReason() throws Exception {
        MeasuredSide.Starter nobody =
                _ -> {
                    throw new ServerFailure("node is not installed");
                };

        var result = new Trial(claim(), nobody, progress).run(OptionalDouble.of(3));

        assertThat(result.reason()).startsWith("node is not installed");
        assertThat(result.prediction()).hasValue(3);
    }

    @Test
    void aFailureWithoutWordsIsNamed() throws Exception {
        MeasuredSide.Starter speechless =
                _ -> {
                    throw new EOFException();
                };

        var result = new Trial(claim(), speechless, progress).run(OptionalDouble.empty());

        assertThat(result.reason()).startsWith("the measurement failed: java.io.EOFException");
    }

    private ClaimResult run(FakeSide first, FakeSide second) throws InterruptedException {
        MeasuredSide.Starter starter = side -> side.name().equals("first") ? first : second;
        return new Trial(claim(), starter, progress).run(OptionalDouble.empty());
    }

    static Claim claim() {
        return claim("X01");
    }

    static Claim claim(String id) {
        return new Claim(
                id,
                "The first is slow.",
                "none",
                "step01",
                new Experiment(
                        Figure.MEAN,
                        FakeSide.named("first", COMPANIONS),
                        FakeSide.named("second", COMPANIONS),
                        new Expectation(Direction.HIGHER, 2)),
                "Never.",
                false);
    }

    static List<Claim> claims(String... ids) {
        return List.of(ids).stream().map(TrialTest::claim).toList();
    }
}
