package eventloop.lab.speed;

import eventloop.lab.load.Clients;
import eventloop.lab.load.Load;
import eventloop.lab.load.LoadPlan;
import eventloop.lab.load.Phase;
import eventloop.lab.load.Wrk;
import eventloop.lab.server.Placement;
import eventloop.lab.server.RunningServer;
import eventloop.lab.site.Mix;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A server in a duel.
record Contestant(String name, RunningServer server) {
    private static final double NANOS_A_MICRO = 1e3;
    private static final double TIMEOUT_SECONDS = 5;
    private static final long SEED = 2018;

    /// One round of as many requests as it answers.
    ///
    /// @throws IOException if any of them fails
    Round peak(Wrk wrk, String path, Placement placement) throws IOException, InterruptedException {
        var watch = new Watch();
        var result = wrk.run(server.address().resolve(path), placement);
        return watch.round(
                result.requests(),
                result.failed(),
                result.requestsPerSecond(),
                result.meanMillis(),
                result.p99Millis());
    }

    /// One round of one phase of our own load.
    ///
    /// @throws IOException if any request fails
    Round ask(int clients, Phase phase, Field field) throws IOException, InterruptedException {
        var plan =
                new LoadPlan(
                        server.address().getHost(),
                        server.address().getPort(),
                        Clients.keepAlive(clients),
                        List.of(),
                        TIMEOUT_SECONDS,
                        SEED,
                        Mix.sizes(field.files(), Map.of(Field.SMALL, 1)));
        try (var load = Load.start(plan, field.placement())) {
            var watch = new Watch();
            var result = load.run(phase, event -> {});
            return watch.round(
                    result.answeredInAll(),
                    result.failed(),
                    result.requestsPerSecond(),
                    result.latency().meanMillis(),
                    result.latency().p99Millis());
        }
    }

    /// How much of the processor the server takes during one round.
    private final class Watch {
        private final long begin = System.nanoTime();
        private final Duration before = processorTime();

        Round round(long requests, long failed, double rate, double mean, double p99)
                throws IOException {
            double took = processorTime().minus(before).toNanos();
            double lasted = System.nanoTime() - begin;
            if (failed > 0) {
                throw new IOException("%s: %,d requests failed".formatted(name, failed));
            }
            return new Round(name, rate, mean, p99, took / NANOS_A_MICRO / requests, took / lasted);
        }
    }

    Duration processorTime() {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
