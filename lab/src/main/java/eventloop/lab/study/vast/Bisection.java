package eventloop.lab.study.vast;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the greatest number that something bears, to five parts in a hundred.
final class Bisection {
    private static final double CLOSE_ENOUGH = 0.05;

    /// One try.
    @FunctionalInterface
    interface Trial {
        /// @return why it does not bear that number; empty if it does
        /// @throws IOException if that cannot be told
        Optional<String> whyNot(int number) throws IOException, InterruptedException;
    }

    /// @param held the greatest number that it was seen to bear; 0 if none was
    /// @param lost the least that it was seen not to bear; 0 if there was none
    /// @param reason why not that, or why nobody knows; empty if it bears all
    record Found(int held, int lost, String reason) {}

    private Bisection() {}

    /// A try that itself fails tells nothing of its number. It ends the search with what is known by then, and its words
    /// are the reason where no number has been found that is too many.
    ///
    /// @param steps numbers to try first, from few to many: the first that is too many ends that
    static Found among(List<Integer> steps, Trial trial) throws InterruptedException {
        var found = new Found(0, 0, "");
        try {
            for (var next = next(steps, found); next.isPresent(); next = next(steps, found)) {
                int number = next.getAsInt();
                found = after(number, trial.whyNot(number), found);
            }
            return found;
        } catch (IOException failure) {
            return found.lost > 0 ? found : new Found(found.held, 0, failure.getMessage());
        }
    }

    private static OptionalInt next(List<Integer> steps, Found found) {
        if (found.lost == 0) {
            return steps.stream()
                    .mapToInt(step -> step)
                    .filter(step -> step > found.held)
                    .findFirst();
        }
        int between = found.lost - found.held;
        return between > Math.max(1, CLOSE_ENOUGH * found.lost)
                ? OptionalInt.of(found.held + between / 2)
                : OptionalInt.empty();
    }

    private static Found after(int number, Optional<String> whyNot, Found before) {
        return whyNot.map(reason -> new Found(before.held, number, reason))
                .orElseGet(() -> new Found(number, before.lost, before.reason));
    }
}
