package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Figures;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How many times better than a rival a server has to be.
///
/// @param server the one that is required something of: step 7, mostly
/// @param least the advantage that [Quantity#advantage] has to show, as [Bar.Outcome#of] judges
record Requirement(String server, String rival, Quantity quantity, double least) {
    static Requirement over(String rival, Quantity quantity, double least) {
        return new Requirement(Field.OURS, rival, quantity, least);
    }

    private static final Pattern WORDS =
            Pattern.compile(
                    "(?:(?<server>[^:]+): )?(?<quantity>.+?)"
                            + " (?:≥ (?<least>[0-9.]+) × (?<slower>.+)'s|≤ (?<faster>.+)'s(?: / (?<divisor>[0-9.]+))?)");

    /// What those words require, if they require anything of this kind: the rounds that were stored
    /// under them can be judged anew.
    static Optional<Requirement> read(String words) {
        var found = WORDS.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        var server = Optional.ofNullable(found.group("server")).orElse(Field.OURS);
        var rival =
                Optional.ofNullable(found.group("slower")).orElseGet(() -> found.group("faster"));
        var least =
                Stream.of("least", "divisor")
                        .map(found::group)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::parseDouble)
                        .findFirst()
                        .orElse(1);
        return Arrays.stream(Quantity.values())
                .filter(quantity -> quantity.words().equals(found.group("quantity")))
                .map(quantity -> new Requirement(server, rival, quantity, least))
                .findFirst();
    }

    boolean isReached(double advantage) {
        return advantage >= least;
    }

    String words() {
        var who = server.equals(Field.OURS) ? "" : server + ": ";
        return quantity.isBetterHigher()
                ? "%s%s ≥ %s × %s's".formatted(who, quantity.words(), Figures.plain(least), rival)
                : "%s%s ≤ %s's%s"
                        .formatted(
                                who,
                                quantity.words(),
                                rival,
                                least == 1 ? "" : " / " + Figures.plain(least));
    }
}
