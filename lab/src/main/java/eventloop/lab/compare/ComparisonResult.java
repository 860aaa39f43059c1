package eventloop.lab.compare;

import eventloop.lab.result.Provenance;
import java.util.List;

/// Everything a comparison has found, and everything one needs to know to believe it or to repeat it.
public record ComparisonResult(
        Provenance provenance, Conditions conditions, List<Measurement> measurements) {}
