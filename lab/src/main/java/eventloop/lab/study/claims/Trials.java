package eventloop.lab.study.claims;

import eventloop.lab.measure.observe.Quiet;
import eventloop.lab.measure.result.Progress;
import eventloop.lab.measure.server.Children;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;

/// Puts one claim after another to the test. What the one before has left behind is cleared up first.
public final class Trials {
    private final List<Claim> claims;
    private final MeasuredSide.Starter starter;

    public Trials(List<Claim> claims, Servers servers, Path course, Placement placement) {
        this(claims, side -> RunningSide.start(side, servers, course, placement));
    }

    Trials(List<Claim> claims, MeasuredSide.Starter starter) {
        this.claims = claims;
        this.starter = starter;
    }

    /// How long all will take, about: if no experiment needs more rounds than the first.
    public Duration expected() {
        return expected(claims);
    }

    private static Duration expected(List<Claim> claims) {
        return claims.stream()
                .map(claim -> Estimate.of(claim.experiment()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// @param prediction is asked before each experiment
    /// @param results hears of every result as soon as it is there
    public void run(
            Progress progress,
            Function<Claim, OptionalDouble> prediction,
            Consumer<ClaimResult> results)
            throws InterruptedException {
        var quiet = Quiet.begin();
        for (int i = 0; i < claims.size() && !Children.areEnding(); i++) {
            var claim = claims.get(i);
            var guess = prediction.apply(claim);
            progress.expectStill(expected(claims.subList(i, claims.size())));
            progress.stage("%s (%d of %d)".formatted(claim.id(), i + 1, claims.size()));
            quiet.await();
            var result = new Trial(claim, starter, progress).run(guess);
            progress.pause();
            results.accept(result);
        }
    }
}
