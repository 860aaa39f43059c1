package eventloop.lab.claims;

import eventloop.lab.server.Placement;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.server.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Puts one claim to the test: both sides are started and warmed, and then take turns.
///
/// ```
///   start first ──► start second ──► first, second, first, second … ──► are the rounds clear? ──► verdict
///                                    └──────── a round ───┘                 └── no: more rounds
/// ```
///
/// The side whose turn it is not has no load but its companions, and takes no processor time.
final class Trial {
    private final Claim claim;
    private final Servers servers;
    private final Path course;
    private final Placement placement;
    private final Consumer<String> progress;
    private final List<Pair> pairs = new ArrayList<>();
    private final Doubts doubts = new Doubts();

    Trial(
            Claim claim,
            Servers servers,
            Path course,
            Placement placement,
            Consumer<String> progress) {
        this.claim = claim;
        this.servers = servers;
        this.course = course;
        this.placement = placement;
        this.progress = progress;
    }

    /// @param prediction the ratio that somebody expects
    ClaimResult run(OptionalDouble prediction) throws InterruptedException {
        long begin = System.nanoTime();
        var judgement = judge();
        return result(judgement, prediction, (System.nanoTime() - begin) / 1e9);
    }

    private Judgement judge() throws InterruptedException {
        if (placement.equals(Placement.ANYWHERE)) {
            doubts.add("server and load share their processors here");
        }
        var experiment = claim.experiment();
        progress.accept(": starting " + experiment.first().name());
        try (var first = start(experiment.first())) {
            progress.accept(": starting " + experiment.second().name());
            try (var second = start(experiment.second())) {
                takeTurns(first, second);
            }
        } catch (ServerFailure failure) {
            return new Judgement(Verdict.CANNOT_TELL, failure.getMessage());
        } catch (IOException failure) {
            return new Judgement(
                    Verdict.CANNOT_TELL, "the measurement failed: " + failure.getMessage());
        }
        return Judgement.of(experiment.expect(), pairs, doubts.isLimitedByTheLoad())
                .with(doubts.words());
    }

    private RunningSide start(Side side) throws ServerFailure, IOException, InterruptedException {
        var server = servers.named(side.server(), side.options());
        var material = Material.of(side.load().files(), course);
        return RunningSide.start(server, side, material, placement);
    }

    private void takeTurns(RunningSide first, RunningSide second)
            throws ServerFailure, IOException, InterruptedException {
        int rounds = Judgement.ROUNDS;
        for (int round = 1; round <= rounds; round++) {
            progress.accept(": round %d of %d".formatted(round, rounds));
            pairs.add(new Pair(read(first.measure()), read(second.measure())));
            if (round == rounds && !Judgement.isClear(claim.experiment().expect(), pairs)) {
                rounds = Judgement.MOST_ROUNDS;
            }
        }
    }

    private double read(Sample sample) throws ServerFailure {
        doubts.look(claim.experiment().figure(), sample);
        return claim.experiment()
                .figure()
                .of(sample)
                .orElseThrow(() -> new ServerFailure("this machine does not tell the figure"));
    }

    private ClaimResult result(Judgement judgement, OptionalDouble prediction, double seconds) {
        var experiment = claim.experiment();
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
