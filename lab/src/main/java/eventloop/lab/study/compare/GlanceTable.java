package eventloop.lab.study.compare;

import eventloop.lab.measure.result.Bytes;
import eventloop.lab.measure.result.Figures;
import eventloop.lab.study.compare.Measurement.Timed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A comparison at a glance, a line for each server.
///
/// @param columns of the terminal
public record GlanceTable(int columns) {
    private static final String LEGEND =
            """
            requests/s   the most it answers
            mean, p99    response times at %,.0f requests/s;
                         99 of 100 take no longer
            others       what others do while one waits for a slow file
                         (–: only a step's disk can be slowed down,
                         ?: it could not be told)
            ≈            roughly, for the load was late itself
            ≥            at least, for it could ask for no more
            –            no figure, and the page says why\
            """;

    /// The longest is `step07-zerocopy×2`, without the spaces that it has elsewhere.
    private static final int NAME = 17;

    /// All columns but the bar. A terminal that has fewer shows neither threads nor memory.
    private static final int WITHOUT_BAR = 73;

    private static final int LEAST_BAR = 7;
    private static final int MOST_BAR = 30;

    /// All servers that have been measured.
    public String text(ComparisonResult result) {
        var rows = new LinkedHashMap<String, Summary>();
        result.conditions().servers().stream()
                .filter(server -> isMeasured(server, result))
                .forEach(server -> rows.put(server, summary(server, result)));
        double most =
                rows.values().stream()
                        .flatMapToDouble(row -> row.requestsPerSecond().stream())
                        .max()
                        .orElse(1);
        return fitting(heading())
                + rows.entrySet().stream()
                        .map(row ->
                                "\n"
                                        + fitting(
                                                line(
                                                        row.getValue(),
                                                        most,
                                                        others(row.getKey(), result))))
                        .collect(Collectors.joining());
    }

    /// What the columns are, below all of it; of which version the servers of others are; and what speaks against the
    /// figures.
    public static String legend(double rate, ComparisonResult result) {
        var versions = String.join("; ", result.conditions().versions().values());
        return Stream.of(
                        Stream.of(LEGEND.formatted(rate)),
                        Stream.of(versions)
                                .filter(Predicate.not(String::isEmpty))
                                .map("beside       "::concat),
                        doubts(result).stream().map("doubtful     "::concat))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /// A line each: how many were timed before they were steady, and what else ran on this machine meanwhile, if it may
    /// have spoilt the figures. Whose it is stands on the page.
    static List<String> doubts(ComparisonResult result) {
        var doubts = new ArrayList<String>();
        long unsteady = servers(result, round -> !round.beginning().warmUp().isSteady());
        if (unsteady > 0) {
            doubts.add(
                    "not steady after %d s of load: %d of %d"
                            .formatted(
                                    result.conditions().beginning().mostWarmUpSeconds(),
                                    unsteady,
                                    servers(result, _ -> true)));
        }
        doubts.addAll(Doubts.aboutBystanders(rounds(result).map(Timed::observation)));
        return doubts;
    }

    private static long servers(ComparisonResult result, Predicate<Timed> which) {
        return result.measurements().stream()
                .filter(one -> one.timed().filter(which).isPresent())
                .map(Measurement::server)
                .distinct()
                .count();
    }

    private static Stream<Timed> rounds(ComparisonResult result) {
        return result.measurements().stream().flatMap(one -> one.timed().stream());
    }

    private static boolean isMeasured(String server, ComparisonResult result) {
        return result.measurements().stream().anyMatch(one -> one.server().equals(server));
    }

    private static Summary summary(String server, ComparisonResult result) {
        return Summary.of(
                server,
                result.measurements().stream().filter(m -> m.server().equals(server)).toList());
    }

    private String heading() {
        return row("", "", "requests/s", "mean", "p99", "threads", "MiB", "others");
    }

    private String line(Summary row, double most, String others) {
        if (!row.hasFigures()) {
            return name(row.server()) + row.reason();
        }
        return row(
                row.server(),
                bar(row.requestsPerSecond().orElse(0) / most),
                row.peakWords(),
                row.meanWords(),
                row.p99Words(),
                Figures.count(row.threads()),
                Figures.count(mebibytes(row.peakMemoryBytes())),
                others);
    }

    private static String others(String server, ComparisonResult result) {
        return result.besideSlowFile().map(found -> found.get(server)).orElse("–");
    }

    private static OptionalDouble mebibytes(OptionalDouble bytes) {
        return bytes.stream().map(Bytes::mebibytes).findFirst();
    }

    private String row(
            String name,
            String bar,
            String rate,
            String mean,
            String p99,
            String threads,
            String memory,
            String others) {
        var text = new StringBuilder(name(name));
        if (barColumns() > 0) {
            text.append(bar).append(" ".repeat(barColumns() - bar.length()));
        }
        text.append("%10s  %8s  %10s".formatted(rate, mean, p99));
        if (columns >= WITHOUT_BAR) {
            text.append("  %7s  %4s".formatted(threads, memory));
        }
        return text.append("  ").append(others).toString();
    }

    private static String name(String server) {
        return "%%-%ds ".formatted(NAME).formatted(server.replace(" × ", "×"));
    }

    private int barColumns() {
        int free = columns - WITHOUT_BAR;
        return free < LEAST_BAR ? 0 : Math.min(free, MOST_BAR);
    }

    /// In eighths of a column.
    private String bar(double share) {
        int eighths = (int) Math.round(share * barColumns() * 8);
        var rest = eighths % 8 == 0 ? "" : Character.toString('█' + 8 - eighths % 8);
        return "█".repeat(eighths / 8) + rest;
    }

    /// A line that is too long would take two, and could not be drawn anew. On a terminal without UTF-8 the sign at its
    /// end is three, and a ≥ in it two.
    private String fitting(String line) {
        long most = line.length() + line.chars().filter(sign -> sign == '≥').count();
        return most <= columns ? line : line.substring(0, columns - 4) + "…";
    }
}
