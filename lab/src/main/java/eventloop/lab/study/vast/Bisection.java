package eventloop.lab.study.vast;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Finds the greatest number that something bears, to five parts in a hundred.
final class Bisection {
    private static final double CLOSE_ENOUGH = 0.05;

    /// One try.
    @FunctionalInterface
    interface Trial {
        /// @return why it does not bear that number; empty if it does
        Optional<String> whyNot(int number) throws IOException, InterruptedException;
    }

    /// @param held the greatest number that it was seen to bear; 0 if none was
    /// @param lost the least that it was seen not to bear; 0 if there was none
    /// @param reason why not that
    record Found(int held, int lost, String reason) {}

    private Bisection() {}

    /// @param steps numbers to try first, from few to many: the first that is too many ends that
    static Found among(List<Integer> steps, Trial trial) throws IOException, InterruptedException {
        var found = new Found(0, 0, "");
        for (int step : steps) {
            found = after(step, trial.whyNot(step), found);
            if (found.lost > 0) {
                return closer(found, trial);
            }
        }
        return found;
    }

    private static Found closer(Found found, Trial trial) throws IOException, InterruptedException {
        var closer = found;
        while (closer.lost - closer.held > Math.max(1, CLOSE_ENOUGH * closer.lost)) {
            int middle = closer.held + (closer.lost - closer.held) / 2;
            closer = after(middle, trial.whyNot(middle), closer);
        }
        return closer;
    }

    private static Found after(int number, Optional<String> whyNot, Found before) {
        return whyNot.map(reason -> new Found(before.held, number, reason))
                .orElseGet(() -> new Found(number, before.lost, before.reason));
    }
}
