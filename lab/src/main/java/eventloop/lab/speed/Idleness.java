package eventloop.lab.speed;

import eventloop.lab.load.Clients;
import eventloop.lab.load.Companions;
import eventloop.lab.load.Load;
import eventloop.lab.load.LoadPlan;
import eventloop.lab.server.Java;
import eventloop.lab.server.ServerFailure;
import eventloop.lab.site.Mix;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What a server in Java holds for many clients that have asked once and keep their connections, and what it
/// does while none of them asks.
///
/// @param heapBytes for each of them, that are left after a full collection
/// @param directBytes for each of them, of buffers outside the heap
/// @param processorShare of one processor
record Idleness(double heapBytes, double directBytes, double processorShare) {
    static final int CLIENTS = 18_000;

    /// They are there before: for the first hundreds of clients the JVM loads classes and makes some of its own
    /// (a method handle gets one when it has been called 127 times), and that is not what a client takes.
    private static final int FIRST = 500;

    static final Duration WATCHED = Duration.ofSeconds(5);

    private static final double TIMEOUT_SECONDS = 10;
    private static final long SEED = 2018;

    /// Has the JVM keep account of the memory that it takes besides the heap.
    private static final String ACCOUNT = "-XX:NativeMemoryTracking=summary";

    /// In that account, direct buffers are what is called "Other".
    private static final Pattern OTHER = Pattern.compile("Other \\(reserved=(\\d+)");

    /// The last line of a class histogram: how many objects there are, and how many bytes.
    private static final Pattern LIVE = Pattern.compile("Total +\\d+ +(\\d+)");

    /// Of a server that is started for this alone.
    static Idleness of(String name, Field field)
            throws ServerFailure, IOException, InterruptedException {
        try (var server = field.start(name + " " + ACCOUNT, Field.SMALL);
                var _ = idle(FIRST, server, field)) {
            long pid = server.server().pid();
            double heap = liveBytes(pid);
            double direct = directBytes(pid);
            try (var _ = idle(CLIENTS, server, field)) {
                return new Idleness(
                        (liveBytes(pid) - heap) / CLIENTS,
                        (directBytes(pid) - direct) / CLIENTS,
                        processorShare(server));
            }
        }
    }

    /// @throws IOException also if not all of them can stay
    private static Load idle(int clients, Contestant server, Field field)
            throws IOException, InterruptedException {
        var load = Load.start(plan(server.server().address(), clients, field), field.placement());
        if (load.sentAway() > 0) {
            load.close();
            throw new IOException("%,d clients were sent away".formatted(load.sentAway()));
        }
        return load;
    }

    private static LoadPlan plan(URI server, int clients, Field field) {
        return new LoadPlan(
                server.getHost(),
                server.getPort(),
                Clients.keepAlive(1),
                List.of(new Companions.Idle(clients)),
                TIMEOUT_SECONDS,
                SEED,
                Mix.sizes(field.files(), Map.of(Field.SMALL, 1)));
    }

    private static double liveBytes(long pid) throws IOException, InterruptedException {
        return number(LIVE, Java.jcmd(pid, "GC.class_histogram"));
    }

    private static double directBytes(long pid) throws IOException, InterruptedException {
        return number(OTHER, Java.jcmd(pid, "VM.native_memory", "summary", "scale=B"));
    }

    private static double number(Pattern pattern, String answer) throws IOException {
        var found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IOException("the JVM does not tell its memory: " + answer.strip());
        }
        return Double.parseDouble(found.group(1));
    }

    private static double processorShare(Contestant server) throws InterruptedException {
        var before = server.processorTime();
        Thread.sleep(WATCHED);
        double took = server.processorTime().minus(before).toNanos();
        return took / WATCHED.toNanos();
    }
}
