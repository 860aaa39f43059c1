package eventloop.lab.cli;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Whether a person is looking, who likes to see how far it is; and what the terminal can show of what is said.
final class Terminal {
    /// Of the output as it was before anything was put in front of it.
    private static final Charset CHARSET = System.out.charset();

    private Terminal() {}

    static boolean isThere() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /// What it can show.
    static Charset charset() {
        return CHARSET;
    }

    /// From now on, what the terminal has no sign for is shown by others that are alike.
    static void useWhatItCanShow() {
        System.setOut(showable(System.out));
        System.setErr(showable(System.err));
    }

    private static PrintStream showable(PrintStream stream) {
        return ReadableOutput.canShowAll(stream.charset())
                ? stream
                : new PrintStream(
                        new ReadableOutput(stream, stream.charset()), true, StandardCharsets.UTF_8);
    }
}
