package eventloop.lab.workbench.speed;

import eventloop.lab.measure.load.Load;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.load.Phase;
import eventloop.lab.measure.observe.FlightRecording;
import eventloop.lab.measure.observe.Heap;
import eventloop.lab.measure.observe.Warming;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.site.Mix;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// What a request for a cached file leaves on the heap: all threads of the server together, seen by the
/// flight recorder. And what the collector's longest pause is, in which nobody is answered.
record AllocationWork() implements Work {
    private static final String WORDS = "1 KiB, cached";
    private static final double MOST_BYTES = 200;
    private static final int CLIENTS = 64;
    private static final double TIMEOUT_SECONDS = 5;
    private static final long SEED = 2018;
    private static final Phase WARM_UP = new Phase.ClosedLoop(0, 3);
    private static final Phase RECORDED = new Phase.ClosedLoop(0, 5);

    @Override
    public String name() {
        return "allocation";
    }

    @Override
    public List<String> rivals() {
        return List.of();
    }

    @Override
    public double expectedSeconds(int rounds) {
        return Tries.LEAST
                * (4
                        + WARM_UP.duration().toSeconds()
                        + Peak.USUAL_SECONDS_OF_WARM_UP
                        + RECORDED.duration().toSeconds());
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var tries = new Tries<Heap>();
        for (int round = 1; round <= Tries.LEAST; round++) {
            field.progress().detail(", round %d of %d".formatted(round, Tries.LEAST));
            tries.make(() -> recorded(field, tries));
        }
        return List.of(
                tries.bar(
                        WORDS,
                        "heap for each request",
                        Heap::allocatedBytesPerRequest,
                        MOST_BYTES,
                        "bytes"),
                tries.figure(
                        WORDS, "longest pause of the collector", Heap::longestPauseMillis, "ms"));
    }

    private static Heap recorded(Field field, Tries<Heap> tries)
            throws ServerFailure, IOException, InterruptedException {
        try (var server = field.start(Field.OURS, List.of(Field.SMALL));
                var load = Load.start(plan(server.server().address(), field), field.placement())) {
            load.warmUp(WARM_UP);
            Warming.untilSteady(
                            server.processes(),
                            Peak.MOST_SECONDS_OF_WARM_UP,
                            server.server()::isAlive,
                            load::askForASecond)
                    .doubt()
                    .ifPresent(tries::remark);
            return recorded(server.server().pid(), load);
        }
    }

    private static LoadPlan plan(URI server, Field field) {
        return LoadPlan.keepAlive(
                server,
                CLIENTS,
                TIMEOUT_SECONDS,
                SEED,
                Mix.sizes(field.files(), Map.of(Field.SMALL, 1)));
    }

    private static Heap recorded(long pid, Load load) throws IOException, InterruptedException {
        var started = FlightRecording.start(pid);
        if (started.isEmpty()) {
            throw new IOException("the flight recorder does not start");
        }
        try (var recording = started.get()) {
            var result = load.run(RECORDED, event -> {});
            return recording
                    .stop(result.answeredInAll())
                    .orElseThrow(() -> new IOException("the flight recorder does not end"));
        }
    }
}
