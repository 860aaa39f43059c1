package eventloop.lab.speed;

import eventloop.lab.load.Clients;
import eventloop.lab.load.Load;
import eventloop.lab.load.LoadPlan;
import eventloop.lab.load.Phase;
import eventloop.lab.observe.FlightRecording;
import eventloop.lab.observe.Heap;
import eventloop.lab.result.Figures;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.site.Mix;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// What a request for a cached file leaves on the heap: all threads of the server together, seen by the
/// flight recorder.
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
        return 3 + WARM_UP.duration().toSeconds() + RECORDED.duration().toSeconds();
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var bar = "heap for each request ≤ %s bytes".formatted(Figures.plain(MOST_BYTES));
        try (var server = field.start(Field.OURS).server();
                var load = Load.start(plan(server.address(), field), field.placement())) {
            load.run(WARM_UP, event -> {});
            return List.of(bar(bar, recorded(server.pid(), load)));
        } catch (ServerFailure | IOException failure) {
            return List.of(Bar.notMeasured(WORDS, bar, failure.getMessage()));
        }
    }

    private static LoadPlan plan(URI server, Field field) {
        return new LoadPlan(
                server.getHost(),
                server.getPort(),
                Clients.keepAlive(CLIENTS),
                List.of(),
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

    private static Bar bar(String bar, Heap heap) {
        double each = heap.allocatedBytesPerRequest();
        return new Bar(
                WORDS,
                bar,
                "%s bytes".formatted(Figures.plain(each)),
                Bar.Outcome.of(each <= MOST_BYTES),
                "%d pauses of the collector, the longest %s ms"
                        .formatted(heap.pauses(), Figures.plain(heap.longestPauseMillis())),
                List.of());
    }
}
