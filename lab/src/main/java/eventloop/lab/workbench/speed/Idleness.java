package eventloop.lab.workbench.speed;

import eventloop.lab.measure.load.Clients;
import eventloop.lab.measure.load.Companions;
import eventloop.lab.measure.load.Load;
import eventloop.lab.measure.load.LoadPlan;
import eventloop.lab.measure.observe.ProcessorMeter;
import eventloop.lab.measure.server.Java;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.site.Mix;
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

    /// A line of a class histogram: rank, objects, bytes and class.
    private static final Pattern OF_A_CLASS =
            Pattern.compile("^ *\\d+: +\\d+ +(?<bytes>\\d+) +(?<name>\\S+)", Pattern.MULTILINE);

    /// What the collector fills gaps with that it does not close: counted with the objects, but free.
    private static final String FILLER = "jdk.internal.vm.Filler";

    /// Of a server that is started for this alone.
    static Idleness of(String name, Field field)
            throws ServerFailure, IOException, InterruptedException {
        try (var server = field.start(name + " " + ACCOUNT, List.of(Field.SMALL));
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
        long bytes =
                OF_A_CLASS
                        .matcher(Java.jcmd(pid, "GC.class_histogram"))
                        .results()
                        .filter(line -> !line.group("name").contains(FILLER))
                        .mapToLong(line -> Long.parseLong(line.group("bytes")))
                        .sum();
        if (bytes == 0) {
            throw new IOException("the JVM does not tell what is on its heap");
        }
        return bytes;
    }

    private static double directBytes(long pid) throws IOException, InterruptedException {
        var answer = Java.jcmd(pid, "VM.native_memory", "summary", "scale=B");
        var found = OTHER.matcher(answer);
        if (!found.find()) {
            throw new IOException("the JVM does not tell its memory: " + answer.strip());
        }
        return Double.parseDouble(found.group(1));
    }

    private static double processorShare(Contestant server)
            throws IOException, InterruptedException {
        var meter = ProcessorMeter.of(server.processes());
        Thread.sleep(WATCHED);
        return meter.share()
                .orElseThrow(
                        () -> new IOException("the system does not tell how busy a process is"));
    }
}
