package eventloop.lab.report;

import eventloop.lab.claims.ClaimsResult;
import eventloop.lab.compare.ComparisonResult;
import eventloop.lab.result.Provenance;
import java.util.Optional;

/// What a report is about: all that one machine has found. Any part may be missing.
///
/// A report keeps it as `data.json` beside its page, from which the page can be made again. Whatever the lab
/// learns to find besides gets a component here and a section in [Sections].
public record ReportData(Optional<ComparisonResult> comparison, Optional<ClaimsResult> claims) {
    public static ReportData of(ComparisonResult comparison) {
        return new ReportData(Optional.of(comparison), Optional.empty());
    }

    public static ReportData of(ClaimsResult claims) {
        return new ReportData(Optional.empty(), Optional.of(claims));
    }

    /// Where the figures come from; the comparison's, if there are several.
    Optional<Provenance> provenance() {
        return comparison
                .map(ComparisonResult::provenance)
                .or(() -> claims.map(ClaimsResult::provenance));
    }
}
