package eventloop.lab.claims;

import eventloop.lab.result.Provenance;
import java.util.List;

/// The verdicts of one run, and where it was made.
public record ClaimsResult(Provenance provenance, List<ClaimResult> claims) {}
