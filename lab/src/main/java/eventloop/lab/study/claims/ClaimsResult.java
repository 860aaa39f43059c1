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
public record ClaimsResult(
        Provenance provenance,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Provenance> earlier,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> versions,
        List<ClaimResult> claims)
        implements GrowingResult {
    public ClaimsResult(Provenance provenance, List<ClaimResult> claims) {
        this(provenance, Map.of(), claims);
    }

    ClaimsResult(Provenance provenance, Map<String, String> versions, List<ClaimResult> claims) {
        this(provenance, List.of(), versions, claims);
    }

    /// Both together, of one machine and one version of each server. Of a claim that was put to the test again the later
    /// figures count, and the first guess: one that is made after the figures were seen is none.
    public ClaimsResult and(ClaimsResult later) {
        var all = new LinkedHashMap<String, ClaimResult>();
        claims.forEach(claim -> all.put(claim.id(), claim));
        later.claims.forEach(claim -> all.merge(claim.id(), claim, ClaimResult::again));
        var allVersions = new TreeMap<>(versions);
        allVersions.putAll(later.versions);
        return new ClaimsResult(later.provenance, runs(), allVersions, List.copyOf(all.values()));
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
                                 lies, with %.0f %% certainty. %s.
                                """
                                        .formatted(
                                                100 * MedianInterval.CERTAINTY_OF_CLAIMS, origins())
                                        .stripTrailing()));
    }

    private String origins() {
        var others =
                Stream.of(String.join(", ", versions.values()))
                        .filter(Predicate.not(String::isEmpty))
                        .map("Other servers: "::concat);
        return Stream.concat(others, runsInWords().stream()).collect(Collectors.joining(". "));
    }
}
