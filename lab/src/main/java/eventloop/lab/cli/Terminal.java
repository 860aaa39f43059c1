package eventloop.lab.cli;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.lang.ProcessBuilder.Redirect.INHERIT;

import eventloop.lab.measure.result.Progress;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;

/// Whether a person is looking, who likes to see how far it is; and what the terminal can show of what is said.
final class Terminal {
    /// Of the output as it was before anything was put in front of it.
    private static final Charset CHARSET = System.out.charset();

    private record Size(int rows, int columns) {
        /// A terminal that does not tell has 0 of both.
        Size orUsual() {
            return rows > 0 && columns > 0 ? this : USUAL;
        }
    }

    private static final Size USUAL = new Size(24, 80);

    /// Of a terminal that says it has fewer, or none, lines are too long and nothing else.
    private static final int LEAST_COLUMNS = 40;

    private record Told(boolean isThere, Charset charset) {}

    /// What has been told instead of what this program finds.
    private static Optional<Told> told = Optional.empty();

    private Terminal() {}

    static boolean isThere() {
        return told.map(Told::isThere)
                .orElseGet(() ->
                        Optional.ofNullable(System.console())
                                .map(Console::isTerminal)
                                .orElse(false));
    }

    /// From now on, this program works for another one.
    ///
    /// @param isThere whether that one has a terminal
    /// @param charset what it can show
    static void standFor(boolean isThere, Charset charset) {
        told = Optional.of(new Told(isThere, charset));
    }

    /// What it can show.
    static Charset charset() {
        return told.map(Told::charset).orElse(CHARSET);
    }

    /// What a person types there: in the charset in which that person is shown things.
    static BufferedReader typed() {
        return new BufferedReader(new InputStreamReader(System.in, charset()));
    }

    /// How wide it is; 80 columns where it does not tell.
    static int columns() {
        return Math.max(LEAST_COLUMNS, size().columns());
    }

    /// How high it is; 24 rows where it does not tell.
    static int rows() {
        return size().rows();
    }

    private static Size size() {
        try {
            var stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(INHERIT)
                            .redirectError(DISCARD)
                            .start();
            var rowsAndColumns =
                    new String(stty.getInputStream().readAllBytes()).strip().split(" ");
            return rowsAndColumns.length == 2
                    ? new Size(
                                    Integer.parseInt(rowsAndColumns[0]),
                                    Integer.parseInt(rowsAndColumns[1]))
                            .orUsual()
                    : USUAL;
        } catch (IOException | NumberFormatException untold) {
            return USUAL;
        }
    }

    /// For a person who waits; closed when there is nothing more to wait for.
    ///
    /// @param expected how long all will take, about
    static Progress progress(Duration expected) {
        return isThere()
                ? new Progress(System.err, true, columns(), expected)
                : new Progress(System.err, false, expected);
    }

    /// From now on, what the terminal has no sign for is shown by others that are alike.
    static void useWhatItCanShow() {
        System.setOut(ReadableOutput.before(System.out));
        System.setErr(ReadableOutput.before(System.err));
    }
}
