package eventloop.lab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a run has found so far. It is shown and kept once: when the run is done, or at an end that comes early. Any
/// thread.
///
/// @param <F> a part of what is found
/// @param <R> all of them
final class FoundSoFar<F, R> {
    private final EarlyEnd end;
    private final Function<List<F>, R> together;
    private final Consumer<R> keeper;
    private final List<F> parts = new ArrayList<>();
    private boolean finished;

    /// @param end has to be told of [#finish] by who makes this
    /// @param keeper shows and keeps what there is
    FoundSoFar(EarlyEnd end, Function<List<F>, R> together, Consumer<R> keeper) {
        this.end = end;
        this.together = together;
        this.keeper = keeper;
    }

    /// One part more, unless the end has begun: what fails then is no finding.
    void add(F part) {
        end.unlessBegun(() -> record(part));
    }

    private synchronized void record(F part) {
        parts.add(part);
    }

    synchronized R result() {
        return together.apply(List.copyOf(parts));
    }

    /// Shows and keeps it, unless that has been done. If nothing was found it does nothing.
    synchronized void finish() {
        if (finished || parts.isEmpty()) {
            return;
        }
        finished = true;
        keeper.accept(result());
    }
}
