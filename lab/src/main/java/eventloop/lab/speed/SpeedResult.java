package eventloop.lab.speed;

import eventloop.lab.result.Provenance;
import eventloop.lab.result.StoredResult;
import java.util.List;

/// All bars of one run, and where it was made.
public record SpeedResult(Provenance provenance, List<Bar> bars) implements StoredResult {
    @Override
    public String shown() {
        return "%s\n\n%s.".formatted(SpeedTable.markdown(this), provenance.words());
    }
}
