package eventloop.lab.study.blackbox;

import eventloop.lab.study.check.CheckSite;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// Puts a running server to the promises of all levels up to one, from the lowest on.
///
/// @param last the level that the server is to reach
/// @param goesOn whether it goes on behind a broken promise
public record Inspection(URI server, CheckSite site, Declared declared, int last, boolean goesOn) {
    /// Hears of everything as it is found out, in order.
    public interface Listener {
        void level(Level level);

        void outcome(Promise promise, Outcome outcome);
    }

    /// @return how many promises are broken
    public int run(Listener listener) throws IOException {
        int broken = 0;
        for (var level : levels()) {
            listener.level(level);
            for (var promise : level.promises()) {
                var outcome = outcome(promise);
                listener.outcome(promise, outcome);
                broken += outcome instanceof Outcome.Broken ? 1 : 0;
                if (broken > 0 && !goesOn) {
                    return broken;
                }
            }
        }
        return broken;
    }

    private List<Level> levels() {
        return Level.ALL.stream().filter(level -> level.number() <= last).toList();
    }

    /// The last of so many attempts as the promise may have.
    private Outcome outcome(Promise promise) throws IOException {
        var outcome = attempt(promise);
        for (int i = 1; i < promise.attempts() && outcome instanceof Outcome.Broken; i++) {
            outcome = attempt(promise);
        }
        return outcome;
    }

    private Outcome attempt(Promise promise) throws IOException {
        try (var visit = new Visit(server, site, declared)) {
            try {
                promise.examination().of(visit);
                return new Outcome.Kept();
            } catch (BrokenPromiseException broken) {
                return broken(promise, visit, broken.came(), broken.expected());
            } catch (UnknownHereException unknown) {
                return new Outcome.Unknown(unknown.getMessage());
            } catch (IOException failure) {
                return broken(promise, visit, Wording.failure(failure), "an answer");
            }
        }
    }

    private static Outcome.Broken broken(
            Promise promise, Visit visit, String came, String expected) {
        return new Outcome.Broken(
                new Transcript(
                        visit.sent(),
                        visit.tryIt(),
                        came,
                        expected,
                        promise.why(),
                        promise.lookAt()));
    }
}
