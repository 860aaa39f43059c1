package eventloop.lab.workbench.bench;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.util.List;

/// All scores of one run, and where it was made.
public record BenchmarkResult(Provenance provenance, List<Score> scores) implements StoredResult {
    @Override
    public String shown() {
        return "%s\n\n%s.".formatted(ScoreTable.markdown(scores), provenance.words());
    }
}
