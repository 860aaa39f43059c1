package eventloop.lab.study.agreement;

import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.TemporaryDirectory;
import eventloop.lab.study.jmeter.JMeter;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// Apache JMeter with the course's test plan. A response time counts from when its request was sent.
record JMeterLoad(JMeter jmeter, Placement placement) implements LoadProgram {
    static final String NAME = "jmeter";

    /// So many that its users are always behind their timetable, and ask as soon as they are answered.
    private static final int MORE_THAN_CAN_BE = 2_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reading load(URI server, LoadWork work) throws IOException, InterruptedException {
        try (var directory = TemporaryDirectory.create("jmeter")) {
            var dashboard = directory.path().resolve("dashboard");
            jmeter.run(server, load(work), dashboard, List.of(), placement.load());
            return SampleLog.of(dashboard).reading(NAME, work.clients());
        }
    }

    private static JMeter.Load load(LoadWork work) {
        return switch (work) {
            case LoadWork.OneAfterAnother(var clients, var seconds) ->
                    new JMeter.Load(clients, 0, MORE_THAN_CAN_BE, seconds);
            case LoadWork.Paced(var clients, var rate, var seconds) ->
                    new JMeter.Load(clients, 0, rate, seconds);
        };
    }
}
