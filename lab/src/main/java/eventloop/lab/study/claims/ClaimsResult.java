package eventloop.lab.study.claims;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The verdicts of one run, and where it was made.
public record ClaimsResult(Provenance provenance, List<ClaimResult> claims)
        implements StoredResult {
    /// Both together. Of a claim that was put to the test again the later figures count, and the first guess: one that
    /// is made after the figures were seen is none.
    public ClaimsResult and(ClaimsResult later) {
        var all = new LinkedHashMap<String, ClaimResult>();
        claims.forEach(claim -> all.put(claim.id(), claim));
        later.claims.forEach(claim -> all.merge(claim.id(), claim, ClaimResult::again));
        return new ClaimsResult(later.provenance, List.copyOf(all.values()));
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
                                 lies, with at least %.0f %% certainty. %s.
                                """
                                        .formatted(
                                                100 * MedianInterval.LEAST_CERTAINTY,
                                                provenance.words())
                                        .stripTrailing()));
    }
}
