package eventloop.lab.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Asks a person for a number before it is measured: who has guessed remembers what comes out.
record Guess(BufferedReader in, PrintWriter out) {
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    /// @return nothing for an empty line and at the end of the input
    OptionalDouble ask(String question) throws IOException {
        while (true) {
            out.print(question + " (Enter for no guess): ");
            out.flush();
            var line = in.readLine();
            if (line == null || line.isBlank()) {
                return OptionalDouble.empty();
            }
            try {
                double guess = Double.parseDouble(plain(line.strip()));
                if (guess >= 0 && guess < Double.POSITIVE_INFINITY) {
                    return OptionalDouble.of(guess);
                }
            } catch (NumberFormatException words) {
                // Asked again below.
            }
            out.println("a number, such as 2 or 2000");
        }
    }

    /// `2,000` is two thousand, and `1,5` what half the world writes for 1.5.
    private static String plain(String number) {
        return THOUSANDS.matcher(number).matches()
                ? number.replace(",", "")
                : number.replace(',', '.');
    }
}
