package eventloop.lab.study.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.OptionalDouble;

/// Asks somebody for a guess before an experiment is made: who has guessed remembers what comes out.
public record Prediction(BufferedReader in, PrintStream out) {
    /// @return the guess; nothing if there is none, since an empty line or the end of the input says so
    public OptionalDouble ask(Claim claim) {
        var experiment = claim.experiment();
        out.printf("%s  %s%n", claim.id(), claim.sentence());
        out.printf("    first:  %s%n", experiment.first().name());
        out.printf("    second: %s%n", experiment.second().name());
        while (true) {
            out.printf(
                    "    how many times the second's %s is the first's? your guess: ",
                    experiment.figure().words());
            out.flush();
            var guess = line();
            if (guess.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                double times = Double.parseDouble(guess.replace(',', '.'));
                if (times > 0 && times < Double.POSITIVE_INFINITY) {
                    return OptionalDouble.of(times);
                }
            } catch (NumberFormatException words) {
                // Asked again below.
            }
            out.println("    a number such as 2 or 0.5, or nothing");
        }
    }

    private String line() {
        try {
            var line = in.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException gone) {
            return "";
        }
    }
}
