package eventloop.lab.speed;

import eventloop.lab.load.Clients;
import eventloop.lab.load.Companions;
import eventloop.lab.load.Load;
import eventloop.lab.load.LoadPlan;
import eventloop.lab.result.Figures;
import eventloop.lab.server.Java;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.site.Mix;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Many clients that have asked once and keep their connections: what does the server hold for each, and what
/// does it do while none of them asks?
record IdleWork() implements Work {
    private static final String WORDS = "18,000 idle clients";
    private static final int CLIENTS = 18_000;
    private static final double MOST_BYTES = 700;
    private static final double MOST_PROCESSOR_SHARE = 0.01;
    private static final Duration WATCHED = Duration.ofSeconds(5);
    private static final double TIMEOUT_SECONDS = 10;
    private static final long SEED = 2018;

    /// The last line of a class histogram: how many objects there are, and how many bytes.
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public List<String> rivals() {
        return List.of();
    }

    @Override
    public double expectedSeconds(int rounds) {
        return 15 + WATCHED.toSeconds();
    }

    @Override
    public List<Bar> measure(Field field) throws InterruptedException {
        var heapBar = "heap for each ≤ %s bytes".formatted(Figures.plain(MOST_BYTES));
        var processorBar = "processor ≤ %s %%".formatted(Figures.plain(100 * MOST_PROCESSOR_SHARE));
        try (var server = field.start(Field.OURS).server()) {
            var contestant = new Contestant(Field.OURS, server);
            long before = liveBytes(server.pid());
            try (var load = Load.start(plan(contestant, field), field.placement())) {
                int there = CLIENTS - load.sentAway();
                double each = (double) (liveBytes(server.pid()) - before) / there;
                double share = processorShare(contestant);
                return List.of(
                        bar(
                                heapBar,
                                "%s bytes".formatted(Figures.plain(each)),
                                each <= MOST_BYTES,
                                there),
                        bar(
                                processorBar,
                                "%s %%".formatted(Figures.plain(100 * share)),
                                share <= MOST_PROCESSOR_SHARE,
                                there));
            }
        } catch (ServerFailure | IOException failure) {
            return List.of(
                    Bar.notMeasured(WORDS, heapBar, failure.getMessage()),
                    Bar.notMeasured(WORDS, processorBar, failure.getMessage()));
        }
    }

    private static Bar bar(String bar, String measured, boolean isMet, int there) {
        return new Bar(
                WORDS,
                bar,
                measured,
                Bar.Outcome.of(isMet && there == CLIENTS),
                there == CLIENTS ? "" : "%,d of them were sent away".formatted(CLIENTS - there),
                List.of());
    }

    private static LoadPlan plan(Contestant contestant, Field field) {
        var server = contestant.server().address();
        return new LoadPlan(
                server.getHost(),
                server.getPort(),
                Clients.keepAlive(1),
                List.of(new Companions.Idle(CLIENTS)),
                TIMEOUT_SECONDS,
                SEED,
                Mix.sizes(field.files(), Map.of(Field.SMALL, 1)));
    }

    /// What is left after a full collection.
    private static long liveBytes(long pid) throws IOException, InterruptedException {
        var histogram = Java.jcmd(pid, "GC.class_histogram");
        var total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IOException("the JVM does not tell its heap: " + histogram.strip());
        }
        return Long.parseLong(total.group(1));
    }

    private static double processorShare(Contestant contestant) throws InterruptedException {
        var before = contestant.processorTime();
        Thread.sleep(WATCHED);
        double took = contestant.processorTime().minus(before).toNanos();
        return took / WATCHED.toNanos();
    }
}
