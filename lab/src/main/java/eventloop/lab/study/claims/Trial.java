package eventloop.lab.study.claims;

import eventloop.lab.measure.observe.Bystanders;
import eventloop.lab.measure.result.FailureWords;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Puts one claim to the test: both sides are started and warmed, and then they take turns.
///
/// ```
///   start first ──► start second ──► first, second ──► second, first, first, second … ──► are the rounds clear? ──► verdict
///                                    thrown away       └── a round ──┘                    └── no: more rounds
///                                                    again, if others used the processors meanwhile
/// ```
///
/// The first round is thrown away: what a server does for the first time it does slowly, however long it was warmed.
/// The sides swap who begins, so that neither always comes after the other.
///
/// The side whose turn it is not has no load but its companions, and takes no processor time: it has come to rest.
final class Trial {
    private static final int MOST_REPEATS = 5;

    private final Claim claim;
    private final MeasuredSide.Starter starter;
    private final Progress progress;
    private final List<Pair> pairs = new ArrayList<>();
    private final SideDoubts firstDoubts;
    private final SideDoubts secondDoubts;
    private boolean firstBegins;
    private int repeats;

    Trial(Claim claim, MeasuredSide.Starter starter, Progress progress) {
        this.claim = claim;
        this.starter = starter;
        this.progress = progress;
        firstDoubts = new SideDoubts(experiment().first(), experiment().figure());
        secondDoubts = new SideDoubts(experiment().second(), experiment().figure());
    }

    private Experiment experiment() {
        return claim.experiment();
    }

    /// @param prediction the ratio that somebody expects
    ClaimResult run(OptionalDouble prediction) throws InterruptedException {
        long begin = System.nanoTime();
        var judgement = judge().beside(claim.cannotTell());
        return result(judgement, prediction, (System.nanoTime() - begin) / 1e9);
    }

    private Judgement judge() throws InterruptedException {
        progress.detail(": starting " + experiment().first().name());
        try (var first = starter.start(experiment().first())) {
            first.comeToRest();
            progress.detail(": starting " + experiment().second().name());
            try (var second = starter.start(experiment().second())) {
                second.comeToRest();
                takeTurns(first, second);
            }
        } catch (ServerFailure | NoFigure failure) {
            return new Judgement(Verdict.CANNOT_TELL, failure.getMessage());
        } catch (IOException failure) {
            return new Judgement(
                    Verdict.CANNOT_TELL, "the measurement failed: " + FailureWords.of(failure));
        }
        return Judgement.of(
                        experiment().expect(), pairs, SideDoubts.leeway(firstDoubts, secondDoubts))
                .with(firstDoubts.words())
                .with(secondDoubts.words());
    }

    private void takeTurns(MeasuredSide first, MeasuredSide second)
            throws ServerFailure, NoFigure, IOException, InterruptedException {
        progress.detail(": a round to be thrown away");
        round(first, second);
        takeTurns(first, second, Judgement.ROUNDS);
        if (!Judgement.isClear(experiment().expect(), pairs)) {
            progress.prolong(
                    Estimate.ofRounds(experiment(), Judgement.MOST_ROUNDS - Judgement.ROUNDS));
            takeTurns(first, second, Judgement.MOST_ROUNDS);
        }
    }

    private void takeTurns(MeasuredSide first, MeasuredSide second, int rounds)
            throws ServerFailure, NoFigure, IOException, InterruptedException {
        while (pairs.size() < rounds) {
            progress.detail(": round %d of %d".formatted(pairs.size() + 1, rounds));
            var round = round(first, second);
            if (round.bystanders() > Bystanders.SPOILING) {
                repeat(round);
            } else {
                count(round);
            }
        }
    }

    /// A round that others have spoilt is not even looked at: that its requests failed may be their doing.
    private void count(Round round) throws NoFigure {
        Soundness.check(experiment().first(), round.first());
        Soundness.check(experiment().second(), round.second());
        firstDoubts.look(round.first());
        secondDoubts.look(round.second());
        pairs.add(new Pair(figure(round.first()), figure(round.second())));
    }

    /// @throws NoFigure if that has been so too often
    private void repeat(Round disturbed) throws NoFigure {
        repeats++;
        if (repeats > MOST_REPEATS) {
            throw new NoFigure(
                    Bystanders.took("more than %.0f %%".formatted(100 * Bystanders.SPOILING))
                            + " in %d rounds, and %.0f %% in the last"
                                    .formatted(repeats, 100 * disturbed.bystanders()));
        }
        progress.prolong(Estimate.ofRounds(experiment(), 1));
    }

    /// One turn of each side.
    private record Round(Sample first, Sample second) {
        double bystanders() {
            return Math.max(first.bystanders(), second.bystanders());
        }
    }

    private Round round(MeasuredSide first, MeasuredSide second)
            throws ServerFailure, IOException, InterruptedException {
        firstBegins = !firstBegins;
        if (firstBegins) {
            var one = turn(first);
            return new Round(one, turn(second));
        }
        var other = turn(second);
        return new Round(turn(first), other);
    }

    private static Sample turn(MeasuredSide measured)
            throws ServerFailure, IOException, InterruptedException {
        var sample = measured.measure();
        measured.comeToRest();
        return sample;
    }

    private double figure(Sample sample) throws NoFigure {
        return experiment()
                .figure()
                .of(sample)
                .orElseThrow(() -> new NoFigure("this machine does not tell the figure"));
    }

    private ClaimResult result(Judgement judgement, OptionalDouble prediction, double seconds) {
        var experiment = experiment();
        return new ClaimResult(
                claim.id(),
                claim.sentence(),
                claim.slide(),
                claim.lesson(),
                experiment.figure().words(),
                experiment.figure().unit(),
                experiment.first().name(),
                experiment.second().name(),
                experiment.expect().words(),
                List.copyOf(pairs),
                judgement.verdict(),
                judgement.reason(),
                prediction,
                seconds);
    }
}
