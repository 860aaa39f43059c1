package eventloop.lab.show.lesson;

import eventloop.lab.measure.result.Figures;
import eventloop.lab.measure.result.Spread;
import eventloop.lab.study.claims.Claim;
import eventloop.lab.study.claims.ClaimResult;
import eventloop.lab.study.claims.ClaimText;
import eventloop.lab.study.claims.ClaimsResult;
import eventloop.lab.study.claims.Ledger;
import eventloop.lab.study.vast.CrowdVerdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Claims as a lesson shows them where it makes use of them: the sentence, what was measured, the verdict, and the
/// command that repeats it.
///
/// @param crowds what `./course vast` has told
record ClaimQuotes(Ledger ledger, ClaimsResult results, List<CrowdVerdict> crowds) {
    String shown(String id, String now, Path page) {
        return crowds.stream()
                .filter(verdict -> verdict.claim().id().equals(id))
                .findFirst()
                .map(ClaimQuotes::ofCrowd)
                .orElseGet(() -> ofRounds(id));
    }

    private static String ofCrowd(CrowdVerdict verdict) {
        return """
        > **%s** %s
        >
        > %s. **%s**, in one run. Repeat it: `./course vast`\
        """
                .formatted(
                        verdict.claim().id(),
                        verdict.claim().sentence(),
                        verdict.finding(),
                        verdict.verdict().words());
    }

    private String ofRounds(String id) {
        var claim =
                ledger.claims().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("there is no claim " + id));
        return """
        > **%s** %s
        >
        > %s Repeat it: `./course claims %s`\
        """
                .formatted(id, claim.sentence(), finding(claim), id);
    }

    private String finding(Claim claim) {
        return results.claims().stream()
                .filter(result -> result.id().equals(claim.id()))
                .findFirst()
                .map(ClaimQuotes::finding)
                .orElse("No result of it is stored.");
    }

    private static String finding(ClaimResult result) {
        // A reason may end with a sentence of the ledger, and so with a full stop.
        var reason = result.reason().replaceFirst("\\.$", "");
        return "%s: %s; %s; ratio %s. **%s**: %s."
                .formatted(
                        result.figure(),
                        side(result.first(), result.unit(), result.firstSpread()),
                        side(result.second(), result.unit(), result.secondSpread()),
                        ClaimText.times(result),
                        result.verdict().words(),
                        reason);
    }

    private static String side(String name, String unit, Optional<Spread> figures) {
        return "%s %s"
                .formatted(
                        name,
                        figures.map(spread ->
                                        "%s %s"
                                                .formatted(Figures.plain(spread.median()), unit)
                                                .strip())
                                .orElse("–"));
    }
}
