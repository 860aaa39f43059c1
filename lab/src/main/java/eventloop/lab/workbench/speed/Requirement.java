package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Figures;

/// How many times better than a rival a server has to be.
///
/// @param server the one that is required something of: step 7, mostly
/// @param least the advantage that [Quantity#advantage] has to show in the median of all rounds
record Requirement(String server, String rival, Quantity quantity, double least) {
    static Requirement over(String rival, Quantity quantity, double least) {
        return new Requirement(Field.OURS, rival, quantity, least);
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
