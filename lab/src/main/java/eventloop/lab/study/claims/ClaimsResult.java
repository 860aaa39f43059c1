package eventloop.lab.study.claims;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.util.List;
import java.util.stream.Collectors;

/// The verdicts of one run, and where it was made.
public record ClaimsResult(Provenance provenance, List<ClaimResult> claims)
        implements StoredResult {
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
