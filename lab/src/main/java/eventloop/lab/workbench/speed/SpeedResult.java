package eventloop.lab.workbench.speed;

import eventloop.lab.measure.result.Provenance;
import eventloop.lab.measure.result.StoredResult;
import java.util.List;

/// All bars of one run, and where it was made.
public record SpeedResult(Provenance provenance, List<Bar> bars) implements StoredResult {
    @Override
    public String shown() {
        var rounds = bars.stream().flatMap(bar -> bar.rounds().stream()).toList();
        var ground = Nearness.words(rounds).map(words -> "\n\n" + words + ".").orElse("");
        return "%s%s\n\n%s.".formatted(SpeedTable.markdown(this), ground, provenance.words());
    }
}
