package eventloop.lab.study.claims;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventloop.lab.measure.load.Companions;
import eventloop.lab.measure.load.Failure;
import eventloop.lab.study.claims.FakeSide.Round;
import org.junit.jupiter.api.Test;

class SoundnessTest {
    private static final Round ROUND = Round.of(5);
    private static final Side SIDE = FakeSide.named("step02", new Companions.Idle(50_000));

    @Test
    void aServerThatTurnsRequestsAwayIsNotFast() {
        expectNoFigure(
                SIDE, ROUND.failing(Failure.UNAVAILABLE, 820), "step02: 82 % failed, answered 503");
    }

    @Test
    void noAnswerAtAllIsNoFigureEither() {
        expectNoFigure(
                SIDE,
                ROUND.failing(Failure.REFUSED, FakeSide.REQUESTS),
                "step02: 100 % failed, refused");
    }

    @Test
    void aFewFailuresOfManyRequestsAreTolerated() {
        expectFigure(SIDE, ROUND.failing(Failure.CLOSED_EARLY, 10));
    }

    @Test
    void timeoutsCountWhereTheClaimIsAboutThemAndNothingElseDoes() {
        var waitedFor = FakeSide.lenient(SIDE);

        expectFigure(waitedFor, ROUND.failing(Failure.TIMED_OUT, FakeSide.REQUESTS));
        expectNoFigure(
                waitedFor,
                ROUND.failing(Failure.UNAVAILABLE, 500),
                "step02: 50 % failed, answered 503");
    }

    @Test
    void companionsWhoAreNotThereAreCounted() {
        expectNoFigure(
                SIDE,
                ROUND.sendingAway(30_000).losing(1_000),
                "step02: of 50,000 companions 19,000 were there");
        expectFigure(SIDE, ROUND.sendingAway(300).losing(200));
    }

    @Test
    void companionsMayBeSentAwayWhereTheClaimSaysSo() {
        expectFigure(FakeSide.lenient(SIDE), ROUND.sendingAway(50_000));
    }

    /// They have not failed: their time is not up when the storm is.
    @Test
    void aStormThatLeavesClientsWaitingDoesNotSayWhenAllWereServed() {
        expectFigure(FakeSide.storm("node", FakeSide.REQUESTS), ROUND);
        expectNoFigure(
                FakeSide.storm("node", 2 * FakeSide.REQUESTS),
                ROUND,
                "node: of 2,000 clients 1,000 were served");
    }

    private static void expectNoFigure(Side side, Round round, String reason) {
        assertThatThrownBy(() -> Soundness.check(side, round.sample()))
                .isInstanceOf(NoFigure.class)
                .hasMessage(reason);
    }

    private static void expectFigure(Side side, Round round) {
        assertThatNoException().isThrownBy(() -> Soundness.check(side, round.sample()));
    }
}
