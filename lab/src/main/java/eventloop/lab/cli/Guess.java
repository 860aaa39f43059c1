package eventloop.lab.cli;

import eventloop.lab.measure.result.TypedNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.OptionalDouble;

/// Asks a person for a number before it is measured: who has guessed remembers what comes out.
record Guess(BufferedReader in, PrintWriter out) {
    /// @return nothing for an empty line and at the end of the input
    OptionalDouble ask(String question) throws IOException {
        while (true) {
            out.print(question + " (Enter for no guess): ");
            out.flush();
            var line = in.readLine();
            if (line == null || line.isBlank()) {
                return OptionalDouble.empty();
            }
            var guess = TypedNumber.of(line);
            if (guess.isPresent() && guess.getAsDouble() >= 0) {
                return guess;
            }
            out.println("a number, such as 2 or 2000");
        }
    }
}
