package eventloop.lab.study.agreement;

import eventloop.lab.measure.load.Load;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.site.Page;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// The lab's own load, by which all of the course's figures are made. A response time counts from when its request was
/// due.
///
/// @param page what is asked for
record OwnLoad(Page page, Placement placement) implements LoadProgram {
    static final String NAME = "course";
    private static final double TIMEOUT_SECONDS = 5;
    private static final long SEED = 2018;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reading load(URI server, LoadWork work) throws IOException, InterruptedException {
        var plan = LoadPlan.keepAlive(server, work.clients(), TIMEOUT_SECONDS, SEED, List.of(page));
        try (var load = Load.start(plan, placement)) {
            var result = load.run(phase(work), _ -> {});
            return Reading.of(
                    NAME,
                    work.clients(),
                    result.answered(),
                    result.failed(),
                    result.requestsPerSecond(),
                    result.latency().decode());
        }
    }

    /// Without a lead-in: everything counts, as with the others.
    private static Phase phase(LoadWork work) {
        return switch (work) {
            case LoadWork.OneAfterAnother(_, var seconds) -> new Phase.ClosedLoop(0, seconds);
            case LoadWork.Paced(_, var rate, var seconds) -> new Phase.OpenLoop(rate, 0, seconds);
        };
    }
}
