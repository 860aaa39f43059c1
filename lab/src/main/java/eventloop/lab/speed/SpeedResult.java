package eventloop.lab.speed;

import eventloop.lab.result.Provenance;
import java.util.List;

/// All bars of one run, and where it was made.
public record SpeedResult(Provenance provenance, List<Bar> bars) {}
