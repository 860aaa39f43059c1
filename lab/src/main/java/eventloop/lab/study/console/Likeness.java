package eventloop.lab.study.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Whether two runs of the same commands say the same: their words are equal, and their figures lie within bounds
/// that tell what the lesson says of them, on any machine: whether somebody waits or is served at once, whether
/// threads and memory grow with the clients or do not.
public final class Likeness {
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    /// What no two runs have in common.
    private static final Pattern DATED = Pattern.compile("(?i)(date|last-modified|etag):.*");

    /// Figures of one sort, and how far one may be from the other: so much, or such a part of the larger.
    private enum Sort {
        /// A slow disk takes 2,000 ms; what does not wait for it takes a few, or on a busy machine a few hundred.
        TIME("ms", 1_000, 0.3),
        /// Whoever comes behind thousands waits until they have been let in; what counts is whether they are answered.
        NEXT("the next client", 3_000, 0),
        /// How many slow requests wait: what the command says, or as many as the machine has processors.
        BESIDE("× /", Double.MAX_VALUE, 0),
        /// A JVM's own threads are more on a larger machine.
        THREADS("threads", 20, 0.1),
        /// What a JVM has before its clients come differs from one machine to the other.
        MEMORY("memory", 60, 0.5),
        /// By how much it grows with them: the second figure of that line, less the first.
        GROWTH("memory", 20, 0.4),
        /// When somebody has been looked at who was to be sent away by then.
        WAIT("s:", 3, 0),
        /// All that is counted.
        COUNT("", 0, 0);

        private final String word;
        private final double most;
        private final double mostPart;

        Sort(String word, double most, double mostPart) {
            this.word = word;
            this.most = most;
            this.mostPart = mostPart;
        }

        boolean allows(double one, double other) {
            return Math.abs(one - other) <= Math.max(most, mostPart * Math.max(one, other));
        }

        static Sort of(String line, MatchResult figure) {
            if (line.startsWith(" " + TIME.word, figure.end())) {
                return line.startsWith(NEXT.word) ? NEXT : TIME;
            }
            if (line.startsWith(" " + BESIDE.word, figure.end())) {
                return BESIDE;
            }
            if (line.startsWith(" " + WAIT.word, figure.end())) {
                return WAIT;
            }
            if (line.startsWith(THREADS.word)) {
                return THREADS;
            }
            return COUNT;
        }
    }

    private Likeness() {}

    /// @return where they differ, in a sentence; empty if they are alike
    public static Optional<String> difference(Session recorded, Session now) {
        return IntStream.range(0, recorded.lines().size())
                .mapToObj(i -> difference(recorded.lines().get(i), now.lines().get(i)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(words -> recorded.name() + ": " + words);
    }

    private static Optional<String> difference(Session.Typed recorded, Session.Typed now) {
        if (areAlike(recorded.output(), now.output())) {
            return Optional.empty();
        }
        return Optional.of(
                "`%s` said once%n%s%nand says now%n%s"
                        .formatted(
                                recorded.command(),
                                String.join("\n", recorded.output()),
                                String.join("\n", now.output())));
    }

    private static boolean areAlike(List<String> some, List<String> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size())
                        .allMatch(i -> areAlike(some.get(i), others.get(i)));
    }

    static boolean areAlike(String one, String other) {
        if (DATED.matcher(one).matches() && DATED.matcher(other).matches()) {
            return words(one.split(":")[0]).equals(words(other.split(":")[0]));
        }
        return words(one).equals(words(other)) && figuresAreAlike(one, other);
    }

    private static String words(String line) {
        return FIGURE.matcher(line).replaceAll("#").strip().replaceAll("\\s+", " ");
    }

    private static boolean figuresAreAlike(String one, String other) {
        if (one.startsWith(Sort.MEMORY.word) && FIGURE.matcher(one).find()) {
            return Sort.MEMORY.allows(before(one), before(other))
                    && Sort.GROWTH.allows(growth(one), growth(other));
        }
        var figures = FIGURE.matcher(one).results().toList();
        var others = FIGURE.matcher(other).results().toList();
        return IntStream.range(0, figures.size())
                .allMatch(i ->
                        Sort.of(one, figures.get(i))
                                .allows(value(figures.get(i)), value(others.get(i))));
    }

    private static double before(String line) {
        return figures(line).getFirst();
    }

    private static double growth(String line) {
        return figures(line).getLast() - before(line);
    }

    private static List<Double> figures(String line) {
        return FIGURE.matcher(line).results().map(Likeness::value).toList();
    }

    private static double value(MatchResult figure) {
        return Double.parseDouble(figure.group().replace(",", ""));
    }
}
