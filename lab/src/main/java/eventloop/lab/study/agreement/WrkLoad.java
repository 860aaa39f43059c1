package eventloop.lab.study.agreement;

import eventloop.lab.measure.load.Wrk;
import eventloop.lab.measure.server.Placement;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/// wrk, which has no timetable: it asks as soon as it is answered, and knows nothing else.
record WrkLoad(Placement placement) implements LoadProgram {
    static final String NAME = "wrk";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean can(LoadWork work) {
        return work instanceof LoadWork.OneAfterAnother;
    }

    @Override
    public Reading load(URI server, LoadWork work) throws IOException, InterruptedException {
        var result = new Wrk(work.clients(), work.seconds(), List.of()).run(server, placement);
        return new Reading(
                NAME,
                work.clients(),
                result.requests(),
                result.failed(),
                result.requestsPerSecond(),
                result.meanMillis(),
                result.p50Millis(),
                result.p99Millis(),
                OptionalLong.empty());
    }
}
