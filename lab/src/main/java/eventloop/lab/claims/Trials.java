package eventloop.lab.claims;

import eventloop.lab.compare.Progress;
import eventloop.lab.server.Placement;
import eventloop.lab.server.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;

/// Puts one claim after another to the test.
public final class Trials {
    private final List<Claim> claims;
    private final Servers servers;
    private final Path course;
    private final Placement placement;

    public Trials(List<Claim> claims, Servers servers, Path course, Placement placement) {
        this.claims = claims;
        this.servers = servers;
        this.course = course;
        this.placement = placement;
    }

    /// How long all will take, about: if no experiment needs more rounds than the first.
    public Duration expected() {
        double seconds =
                claims.stream()
                        .map(Claim::experiment)
                        .mapToDouble(experiment ->
                                seconds(experiment.first()) + seconds(experiment.second()))
                        .sum();
        return Duration.ofSeconds(Math.round(seconds));
    }

    private static double seconds(Side side) {
        return side.load().expectedSeconds(Judgement.ROUNDS);
    }

    /// @param prediction is asked before each experiment
    /// @param results hears of every result as soon as it is there
    public void run(
            Progress progress,
            Function<Claim, OptionalDouble> prediction,
            Consumer<ClaimResult> results)
            throws InterruptedException {
        for (int i = 0; i < claims.size(); i++) {
            var claim = claims.get(i);
            var guess = prediction.apply(claim);
            progress.stage("%s (%d of %d)".formatted(claim.id(), i + 1, claims.size()));
            var result = new Trial(claim, servers, course, placement, progress::detail).run(guess);
            progress.pause();
            results.accept(result);
        }
    }
}
