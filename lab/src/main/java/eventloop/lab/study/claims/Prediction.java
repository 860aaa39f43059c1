package eventloop.lab.study.claims;

import eventloop.lab.measure.result.TypedNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Asks somebody for a guess before an experiment is made: who has guessed remembers what comes out. The claim's
/// sentence would give the answer away, so it is not shown before.
public record Prediction(BufferedReader in, PrintStream out) {
    /// @return the guess; nothing if there is none, since an empty line or the end of the input says so
    public OptionalDouble ask(Claim claim) {
        var experiment = claim.experiment();
        out.printf("%s, of %s: one thing is different%n", claim.id(), claim.lesson());
        show("A", experiment.first());
        show("B", experiment.second());
        out.printf("    %s%n", experiment.figure().question());
        while (true) {
            out.print(
                    "    A's figure is how many times B's? 2 is twice, 1 the same, 0.5 half; Enter for"
                            + " no guess: ");
            out.flush();
            var line = line();
            if (line.isEmpty()) {
                return OptionalDouble.empty();
            }
            var times = TypedNumber.of(line);
            if (times.isPresent() && times.getAsDouble() > 0) {
                return times;
            }
            out.println("    a number such as 2 or 0.5, or nothing");
        }
    }

    private void show(String letter, Side side) {
        out.printf("    %s  %s%n", letter, side.name());
        out.printf(
                "       %s%n",
                String.join(
                        " ",
                        Stream.concat(Stream.of(side.server()), side.options().stream()).toList()));
        out.printf("       %s%n", side.load().words());
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
