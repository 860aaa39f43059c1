package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.server.ServerFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The same thing done several times, each time with a server of its own. One that goes wrong is left out, and
/// said.
final class Tries<T> {
    /// So many are made of what takes long.
    static final int LEAST = 3;

    interface Try<T> {
        T make() throws ServerFailure, IOException, InterruptedException;
    }

    private final List<T> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    void make(Try<T> attempt) throws InterruptedException {
        try {
            results.add(attempt.make());
        } catch (ServerFailure | IOException failure) {
            failures.add(failure.getMessage());
        }
    }

    /// What one has to know of a try; what is true of several is said once.
    void remark(String words) {
        remarks.add(words);
    }

    /// Holds what came out against the most that there may be.
    Bar bar(String work, String what, ToDoubleFunction<T> figure, double most, String unit) {
        var words = "%s ≤ %s %s".formatted(what, Figures.plain(most), unit);
        return bar(work, words, figure, unit, Optional.of(one -> one <= most));
    }

    /// Of something that has nothing to reach.
    Bar figure(String work, String what, ToDoubleFunction<T> figure, String unit) {
        return results.isEmpty()
                ? Bar.figureNotMeasured(work, what, failures.getLast())
                : bar(work, what, figure, unit, Optional.empty());
    }

    /// @param isReached nothing if there is nothing to reach
    private Bar bar(
            String work,
            String words,
            ToDoubleFunction<T> figure,
            String unit,
            Optional<DoublePredicate> isReached) {
        if (results.isEmpty()) {
            return Bar.notMeasured(work, words, failures.getLast());
        }
        var figures = results.stream().mapToDouble(figure).toArray();
        return new Bar(
                work,
                words,
                "%s %s".formatted(SpreadWords.words(figures), unit),
                isReached.map(bar -> Bar.Outcome.of(figures, bar)).orElse(Bar.Outcome.NO_BAR),
                Stream.of(
                                isReached.flatMap(bar -> Bar.whyUntold(figures, bar)).stream(),
                                failed(),
                                remarks.stream())
                        .flatMap(said -> said)
                        .collect(Collectors.joining("; ")),
                List.of(),
                DoubleStream.of(figures).boxed().toList());
    }

    private Stream<String> failed() {
        return failures.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "%d of the tries failed: %s"
                                .formatted(failures.size(), failures.getLast()));
    }
}
