package eventloop.lab.speed;

import eventloop.lab.load.Wrk;
import eventloop.lab.server.Placement;
import eventloop.lab.server.RunningServer;
import java.io.IOException;
import java.time.Duration;

/// A server in a duel.
record Contestant(String name, RunningServer server) {
    private static final double NANOS_A_MICRO = 1e3;

    /// One round of as many requests as it answers.
    ///
    /// @throws IOException if any of them fails
    Round peak(Wrk wrk, String path, Placement placement) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var processorTime = processorTime();
        var result = wrk.run(server.address().resolve(path), placement);
        double took = processorTime().minus(processorTime).toNanos();
        double lasted = System.nanoTime() - begin;
        if (result.failed() > 0) {
            throw new IOException("%s: %,d requests failed".formatted(name, result.failed()));
        }
        return new Round(
                name,
                result.requestsPerSecond(),
                result.meanMillis(),
                result.p99Millis(),
                took / NANOS_A_MICRO / result.requests(),
                took / lasted);
    }

    Duration processorTime() {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
