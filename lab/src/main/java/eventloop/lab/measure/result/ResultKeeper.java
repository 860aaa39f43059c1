package eventloop.lab.measure.result;

import eventloop.lab.measure.server.Children;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Shows a result and keeps it: in a folder of the run's own, with a page to look at, and under a name if it is
/// to be shown to others.
///
/// It is written before anything is made of it: a fault in a judgement or a table must not cost
/// what took hours to measure. And where it cannot be written, it is shown all the same.
///
/// A result whose run came to an early end has a file of another name, and is not saved, so that it does not take the
/// place of the last complete one.
///
/// @param kind names the file in the run's folder
/// @param name under which the result is to be saved beside it
/// @param page makes the page; without one there is none
public record ResultKeeper<R>(
        String kind, ResultFiles files, Optional<String> name, PrintStream out, Page<R> page) {
    /// Stands behind the kind in the name of the file.
    public static final String UNFINISHED = "-unfinished";

    /// Writes a page about a result into the folder of its run.
    @FunctionalInterface
    public interface Page<R> {
        /// @return the page
        Optional<Path> write(Path run, R result) throws IOException;
    }

    /// @param text makes of the result what one reads on a terminal
    public void keep(R result, Function<R, String> text) {
        keep(result, UnaryOperator.identity(), text);
    }

    /// @param measured what is written first
    /// @param judged makes of it what takes its place
    /// @param text makes of that what one reads on a terminal
    public void keep(R measured, UnaryOperator<R> judged, Function<R, String> text) {
        try {
            var run = newRun(measured, text);
            var result = shown(run, measured, judged, text);
            page.write(run.folder(), result).ifPresent(path -> out.println("open " + path.toUri()));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the result cannot be kept: " + FailureWords.of(failure), failure);
        }
    }

    /// @param kept the file in it that has what was measured
    private record Run(Path folder, Path kept) {}

    private Run newRun(R measured, Function<R, String> text) throws IOException {
        try {
            var folder = files.newRun();
            return new Run(folder, ResultFiles.write(folder, fileName(), measured));
        } catch (IOException failure) {
            out.println(text.apply(measured));
            throw failure;
        }
    }

    /// Whatever goes wrong from here on, one reads where the file is.
    private R shown(Run run, R measured, UnaryOperator<R> judged, Function<R, String> text)
            throws IOException {
        var places = new ArrayList<>(List.of("kept in " + run.kept()));
        try {
            var result = judged.apply(measured);
            try {
                ResultFiles.write(run.folder(), fileName(), result);
                if (name.isPresent()) {
                    places.add(saved(name.get(), result));
                }
            } finally {
                out.println(text.apply(result));
                out.println();
            }
            return result;
        } finally {
            places.forEach(out::println);
        }
    }

    private String saved(String name, R result) throws IOException {
        return Children.areEnding()
                ? "not saved as '%s', for the run is not complete".formatted(name)
                : "saved as " + files.save(name, result);
    }

    private String fileName() {
        return Children.areEnding() ? kind + UNFINISHED : kind;
    }
}
