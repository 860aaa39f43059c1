package eventloop.lab.study.claims;

import eventloop.lab.measure.result.Guess;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Asks somebody for a guess before an experiment is made: who has guessed remembers what comes out. The claim's
/// sentence would give the answer away, so it is not shown before.
public record Prediction(BufferedReader in, PrintWriter out) {
    private static final Guess TIMES =
            new Guess(
                    "    A's figure is how many times B's? 2 is twice, 1 the same, 0.5 half",
                    times -> times > 0,
                    "    a number such as 2 or 0.5, or nothing");

    /// @return the guess; nothing if there is none, since an empty line or the end of the input says so
    public OptionalDouble ask(Claim claim) {
        var experiment = claim.experiment();
        out.printf("%s, of %s: one thing is different%n", claim.id(), claim.lesson());
        show("A", experiment.first());
        show("B", experiment.second());
        out.printf("    %s%n", experiment.figure().question());
        return TIMES.ask(in, out);
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
}
