package eventloop.lab.measure.result;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/// Asks a person for a number before it is measured: who has guessed remembers what comes out.
///
/// @param possible which numbers can be meant
/// @param hint for who types something else
public record Guess(String question, DoublePredicate possible, String hint) {
    /// @return nothing for an empty line and at the end of the input
    public OptionalDouble ask(BufferedReader in, PrintWriter out) {
        while (true) {
            out.print(question + " (Enter for no guess): ");
            out.flush();
            var line = line(in);
            if (line.isBlank()) {
                return OptionalDouble.empty();
            }
            var guess = TypedNumber.of(line);
            if (guess.isPresent() && possible.test(guess.getAsDouble())) {
                return guess;
            }
            out.println(hint);
        }
    }

    private static String line(BufferedReader in) {
        try {
            var line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException gone) {
            return "";
        }
    }
}
