package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Figures;
import java.util.Optional;
import java.util.regex.Pattern;

/// By how many times a mean response time may grow, from few clients to many.
record Growth(double most) {
    private static final Pattern WORDS =
            Pattern.compile("mean response time grows by ≤ (?<most>[0-9.]+) times");

    /// The one that those words allow, if they are about growth.
    static Optional<Growth> read(String words) {
        var found = WORDS.matcher(words);
        return found.matches()
                ? Optional.of(new Growth(Double.parseDouble(found.group("most"))))
                : Optional.empty();
    }

    String words() {
        return "mean response time grows by ≤ %s times".formatted(Figures.plain(most));
    }

    boolean isReached(double growth) {
        return growth <= most;
    }
}
