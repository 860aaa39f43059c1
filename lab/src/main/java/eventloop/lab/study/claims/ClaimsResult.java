package eventloop.lab.study.claims;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import eventloop.lab.measure.result.GrowingResult;
import eventloop.lab.measure.result.MedianInterval;
import eventloop.lab.measure.result.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The verdicts of one run, and where it was made.
///
/// @param earlier runs that found a part of it; results that were stored before there could be any have none
/// @param versions of the servers that are not the course's own, by name; results that were stored before they were kept
///     have none
/// @param repeated in how many runs a claim was put to the test, by id, where there were several; results that were stored
///     before runs were counted have none
public record ClaimsResult(
        Provenance provenance,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Provenance> earlier,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> versions,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Integer> repeated,
        List<ClaimResult> claims)
        implements GrowingResult {
    public ClaimsResult(Provenance provenance, List<ClaimResult> claims) {
        this(provenance, Map.of(), claims);
    }

    ClaimsResult(Provenance provenance, Map<String, String> versions, List<ClaimResult> claims) {
        this(provenance, List.of(), versions, Map.of(), claims);
    }

    /// Both together, of one machine and one version of each server. Of a claim that was put to the test again the later
    /// figures count, and the first guess: one that is made after the figures were seen is none.
    public ClaimsResult and(ClaimsResult later) {
        var all = new LinkedHashMap<String, ClaimResult>();
        claims.forEach(claim -> all.put(claim.id(), claim));
        later.claims.forEach(
                claim -> all.merge(claim.id(), claim, (earlier, again) -> again.after(earlier)));
        var allVersions = new TreeMap<>(versions);
        allVersions.putAll(later.versions);
        return new ClaimsResult(
                later.provenance,
                runs(),
                allVersions,
                repeatedBy(later),
                List.copyOf(all.values()));
    }

    private Map<String, Integer> repeatedBy(ClaimsResult later) {
        var all = new TreeMap<>(repeated);
        all.putAll(later.repeated);
        later.claims.stream()
                .map(ClaimResult::id)
                .filter(this::has)
                .forEach(id -> all.put(id, runsOf(id) + later.runsOf(id)));
        return all;
    }

    private boolean has(String id) {
        return claims.stream().anyMatch(claim -> claim.id().equals(id));
    }

    private int runsOf(String id) {
        return repeated.getOrDefault(id, 1);
    }

    @Override
    public String shown() {
        return claims.stream()
                .map(ClaimText::row)
                .collect(
                        Collectors.joining(
                                "\n",
                                """
                                | | claim | figure | first | second | ratio | verdict |
                                |---|---|---|---|---|---|---|
                                """,
                                """


                                Figures are medians. In brackets stands where the median ratio of first to second\
                                 lies, with %.0f %% certainty.%s %s.
                                """
                                        .formatted(
                                                100 * MedianInterval.CERTAINTY_OF_CLAIMS,
                                                repetitions(),
                                                origins())
                                        .stripTrailing()));
    }

    private String repetitions() {
        if (repeated.isEmpty()) {
            return "";
        }
        var runs =
                repeated.entrySet().stream()
                        .map(claim -> "%s (%d)".formatted(claim.getKey(), claim.getValue()))
                        .collect(Collectors.joining(", "));
        return " Of claims that were put to the test in several runs the last one is shown: %s."
                        .formatted(runs)
                + " What is repeated until it holds does so by chance more often than the rule of a verdict allows.";
    }

    private String origins() {
        var others =
                Stream.of(String.join(", ", versions.values()))
                        .filter(Predicate.not(String::isEmpty))
                        .map("Other servers: "::concat);
        return Stream.concat(others, runsInWords().stream()).collect(Collectors.joining(". "));
    }
}
