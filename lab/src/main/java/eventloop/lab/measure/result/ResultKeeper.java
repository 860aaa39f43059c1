package eventloop.lab.measure.result;

import eventloop.lab.measure.server.Children;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Shows a result and keeps it: in a folder of the run's own, with a page to look at, and under a name if it is
/// to be shown to others.
///
/// It is written before anything is made of it: a fault in a judgement or a table must not cost
/// what took hours to measure.
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

    /// @param text the result as one reads it on a terminal
    public void keep(R result, String text) {
        keep(result, _ -> text);
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
            var run = files.newRun();
            var kept = ResultFiles.write(run, fileName(), measured);
            var result = judged.apply(measured);
            ResultFiles.write(run, fileName(), result);
            var saved = name.isPresent() ? saved(name.get(), result) : "";
            out.println(text.apply(result));
            out.println();
            out.println("kept in " + kept);
            if (!saved.isEmpty()) {
                out.println(saved);
            }
            page.write(run, result).ifPresent(path -> out.println("open " + path.toUri()));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the result cannot be kept: " + failure.getMessage(), failure);
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
