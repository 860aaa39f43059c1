package eventloop.lab.show.report;

import static java.util.Comparator.comparing;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import eventloop.lab.study.check.CheckResult;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.compare.ComparisonResult;
import eventloop.lab.workbench.speed.SpeedResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a report is about: all that one machine has found. Any part may be missing.
///
/// A report keeps it as `data.json` beside its page, from which the page can be made again. Whatever the lab
/// learns to find besides gets a component here, a line in [StoredRun] and a section in [Sections].
public record ReportData(
        Optional<ComparisonResult> comparison,
        Optional<ClaimsResult> claims,
        Optional<CheckResult> checks,
        Optional<SpeedResult> bars) {
    static final ReportData NOTHING =
            new ReportData(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static ReportData of(ComparisonResult comparison) {
        return new ReportData(
                Optional.of(comparison), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static ReportData of(ClaimsResult claims) {
        return new ReportData(
                Optional.empty(), Optional.of(claims), Optional.empty(), Optional.empty());
    }

    public static ReportData of(CheckResult checks) {
        return new ReportData(
                Optional.empty(), Optional.empty(), Optional.of(checks), Optional.empty());
    }

    public static ReportData of(SpeedResult bars) {
        return new ReportData(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(bars));
    }

    /// Both together; what both have is this one's.
    ReportData and(ReportData other) {
        return new ReportData(
                comparison.or(other::comparison),
                claims.or(other::claims),
                checks.or(other::checks),
                bars.or(other::bars));
    }

    /// Both together, of one machine at two times: of each part the later one, and all claims.
    ReportData together(ReportData other) {
        return new ReportData(
                later(comparison, other.comparison),
                Stream.of(claims, other.claims)
                        .flatMap(Optional::stream)
                        .sorted(comparing(ReportData::date))
                        .reduce(ClaimsResult::and),
                later(checks, other.checks),
                later(bars, other.bars));
    }

    private static <R extends StoredResult> Optional<R> later(Optional<R> one, Optional<R> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(comparing(ReportData::date));
    }

    private static Instant date(StoredResult result) {
        return result.provenance().date();
    }

    /// Where each part comes from, by what people call the part.
    Map<String, Provenance> origins() {
        var origins = new LinkedHashMap<String, Provenance>();
        comparison.ifPresent(found -> origins.put("comparison", found.provenance()));
        claims.ifPresent(found -> origins.put("claims", found.provenance()));
        checks.ifPresent(found -> origins.put("checks", found.provenance()));
        bars.ifPresent(found -> origins.put("bars", found.provenance()));
        return origins;
    }

    /// Of the first of them.
    Optional<Provenance> provenance() {
        return origins().values().stream().findFirst();
    }
}
