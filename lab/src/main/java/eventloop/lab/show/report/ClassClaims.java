package eventloop.lab.show.report;

import eventloop.lab.measure.result.Spread;
import eventloop.lab.show.report.plot.Axis;
import eventloop.lab.show.report.plot.SpreadChart;
import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What becomes of each claim on several machines.
final class ClassClaims {
    private static final String ID = "claims";

    private ClassClaims() {}

    /// Nothing if no machine has put claims to the test.
    static Stream<Section> of(List<Student> students) {
        var byId = byId(students).values();
        return byId.isEmpty()
                ? Stream.of()
                : Stream.of(
                        new Section(
                                ID,
                                "Which claims hold where?",
                                "Each dot is a machine: the median of its rounds, of how many times"
                                        + " the second side's figure the first side's is. The shade"
                                        + " is where it has to be for the claim to hold.",
                                List.of(
                                        new SpreadChart(
                                                        new Axis(
                                                                "Ratio of the two sides",
                                                                Units::plain),
                                                        byId.stream()
                                                                .map(ClassClaims::row)
                                                                .toList())
                                                .draw(
                                                        ID,
                                                        "The ratios of every claim; the table has"
                                                                + " them.")),
                                List.of(table(byId, students)),
                                true));
    }

    /// How many claims hold wherever they were put to the test.
    static Headline headline(List<Student> students) {
        var byId = byId(students);
        var open = byId.keySet().stream().filter(id -> !holdsEverywhere(byId.get(id))).toList();
        return new Headline(
                "Which of the course's claims hold wherever they were put to the test?",
                "%d of %d.".formatted(byId.size() - open.size(), byId.size()),
                open.isEmpty(),
                open.isEmpty()
                        ? List.of()
                        : List.of("Not everywhere: %s.".formatted(String.join(", ", open))));
    }

    private static boolean holdsEverywhere(List<ClaimResult> results) {
        return count(results, Verdict.HOLDS) == results.size();
    }

    private static Map<String, List<ClaimResult>> byId(List<Student> students) {
        return students.stream()
                .flatMap(student -> student.found().claims().stream())
                .flatMap(result -> result.claims().stream())
                .collect(
                        Collectors.groupingBy(
                                ClaimResult::id, LinkedHashMap::new, Collectors.toList()));
    }

    private static SpreadChart.Row row(List<ClaimResult> results) {
        var claim = results.getFirst();
        return new SpreadChart.Row(
                claim.id(),
                Lines.of(claim.sentence(), SpreadChart.LINE_LENGTH),
                Claims.styleClass(agreed(results)),
                ratios(results),
                ClaimBar.of(claim),
                OptionalDouble.empty(),
                counts(results),
                claim.id() + ": " + String.join(", ", counts(results)));
    }

    /// The verdict of all, if they have the same.
    private static Verdict agreed(List<ClaimResult> results) {
        var verdicts = results.stream().map(ClaimResult::verdict).distinct().toList();
        return verdicts.size() == 1 ? verdicts.getFirst() : Verdict.CANNOT_TELL;
    }

    private static List<Double> ratios(List<ClaimResult> results) {
        return results.stream()
                .flatMap(result -> result.ratio().stream())
                .map(Spread::median)
                .toList();
    }

    private static List<String> counts(List<ClaimResult> results) {
        return Stream.of(Verdict.values())
                .filter(verdict -> count(results, verdict) > 0)
                .map(verdict -> "%s on %d".formatted(words(verdict), count(results, verdict)))
                .toList();
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "holds";
            case DOES_NOT_HOLD -> "does not hold";
            case CANNOT_TELL -> "cannot be told";
        };
    }

    private static long count(List<ClaimResult> results, Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    private static DataTable table(Collection<List<ClaimResult>> byId, List<Student> students) {
        var headings = new ArrayList<>(List.of("claim", "sentence", "expected"));
        Stream.of(Verdict.values()).map(verdict -> words(verdict) + " on").forEach(headings::add);
        headings.add("ratio, from the least machine to the most");
        headings.add("unlike most");
        var table = new DataTable("", 3, headings);
        for (var results : byId) {
            var claim = results.getFirst();
            var cells = new ArrayList<>(List.of(claim.id(), claim.sentence(), claim.expected()));
            Stream.of(Verdict.values())
                    .map(verdict -> Long.toString(count(results, verdict)))
                    .forEach(cells::add);
            cells.add(Units.spread(ratios(results), Units::figure));
            cells.add(unlikeMost(results, students));
            table.row(cells);
        }
        return table;
    }

    /// Whose verdict is another than the one that is found most often, if there is one.
    private static String unlikeMost(List<ClaimResult> results, List<Student> students) {
        long most =
                Stream.of(Verdict.values())
                        .mapToLong(verdict -> count(results, verdict))
                        .max()
                        .orElseThrow();
        var usual =
                Stream.of(Verdict.values())
                        .filter(verdict -> count(results, verdict) == most)
                        .toList();
        return usual.size() > 1 ? "" : unlike(usual.getFirst(), results, students);
    }

    private static String unlike(Verdict usual, List<ClaimResult> results, List<Student> students) {
        return students.stream()
                .filter(student ->
                        student.found().claims().stream()
                                .flatMap(result -> result.claims().stream())
                                .filter(claim -> claim.id().equals(results.getFirst().id()))
                                .anyMatch(claim -> claim.verdict() != usual))
                .map(Student::name)
                .collect(Collectors.joining(", "));
    }
}
