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
        Optional<String> with(int number) throws IOException, InterruptedException;
    }

    /// @param held the greatest number that it was seen to bear; 0 if none was
    /// @param lost the least that it was seen not to bear; empty if there was none
    /// @param reason why not that, or why nobody knows; empty if it bears all
    record Found(int held, OptionalInt lost, Optional<String> reason) {}

    private Bisection() {}

    /// A try that itself fails tells nothing of its number. It ends the search with what is known by then, and its words
    /// are the reason where no number has been found that is too many.
    ///
    /// @param steps numbers to try first, from few to many: the first that is too many ends that
    static Found among(List<Integer> steps, Trial trial) throws InterruptedException {
        var found = new Found(0, OptionalInt.empty(), Optional.empty());
        try {
            for (var next = next(steps, found); next.isPresent(); next = next(steps, found)) {
                int number = next.getAsInt();
                found = after(number, trial.with(number), found);
            }
            return found;
        } catch (IOException failure) {
            return found.lost.isPresent()
                    ? found
                    : new Found(found.held, found.lost, Optional.of(failure.getMessage()));
        }
    }

    private static OptionalInt next(List<Integer> steps, Found found) {
        if (found.lost.isEmpty()) {
            return steps.stream()
                    .mapToInt(step -> step)
                    .filter(step -> step > found.held)
                    .findFirst();
        }
        int lost = found.lost.getAsInt();
        int between = lost - found.held;
        return between > Math.max(1, CLOSE_ENOUGH * lost)
                ? OptionalInt.of(found.held + between / 2)
                : OptionalInt.empty();
    }

    private static Found after(int number, Optional<String> whyNot, Found before) {
        return whyNot.isPresent()
                ? new Found(before.held, OptionalInt.of(number), whyNot)
                : new Found(number, before.lost, before.reason);
    }
}
