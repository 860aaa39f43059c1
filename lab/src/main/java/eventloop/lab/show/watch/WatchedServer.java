package eventloop.lab.show.watch;

import eventloop.lab.measure.observe.MethodTraces;
import eventloop.lab.measure.observe.TracedCall;
import eventloop.lab.measure.server.Placement;
import eventloop.lab.measure.server.RunningServer;
import eventloop.lab.measure.server.ServerFailure;
import eventloop.lab.measure.server.ServerUnderTest;
import eventloop.lab.measure.server.Variant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/// A server with its visitors, and what is seen of both.
public final class WatchedServer implements AutoCloseable {
    private final String name;
    private final ProcessHandle process;
    private final Sightings sightings;
    private final MethodTraces traces;
    private final Visitors visitors;
    private final Runnable end;

    private WatchedServer(
            String name,
            ProcessHandle process,
            Sightings sightings,
            MethodTraces traces,
            Visitors visitors,
            Runnable end) {
        this.name = name;
        this.process = process;
        this.sightings = sightings;
        this.traces = traces;
        this.visitors = visitors;
        this.end = end;
    }

    /// One that is started for this, with a slow disk for one file, and ends with it.
    ///
    /// @param begin of the watch
    /// @throws ServerFailure if it does not start
    /// @throws IOException if its JVM does not tell what it does
    public static WatchedServer start(
            ServerUnderTest server, Path root, Attendance attendance, Instant begin)
            throws ServerFailure, IOException, InterruptedException {
        var slow = new Variant(server, server.name(), Errand.OPTIONS);
        var running = RunningServer.start(slow, root, Placement.ANYWHERE);
        try {
            return watch(
                    server.name(),
                    running.pid(),
                    running.address(),
                    attendance,
                    begin,
                    running::close);
        } catch (IOException | RuntimeException failure) {
            running.close();
            throw failure;
        }
    }

    /// One that runs already, and goes on.
    ///
    /// @param pid of its process
    /// @param begin of the watch
    /// @throws IOException if that is no JVM of ours, or does not tell what it does
    public static WatchedServer join(
            String name, long pid, URI address, Attendance attendance, Instant begin)
            throws IOException {
        return watch(name, pid, address, attendance, begin, () -> {});
    }

    private static WatchedServer watch(
            String name, long pid, URI address, Attendance attendance, Instant begin, Runnable end)
            throws IOException {
        var sightings = new Sightings(begin);
        // Loads its classes, or their methods would not be told of. The slow file is left out:
        // a server with a cache is slow for it only once.
        Errand.PAGE.run(address);
        Errand.LARGE.run(address);
        return new WatchedServer(
                name,
                ProcessHandle.of(pid).orElseThrow(() -> new IOException(name + " has ended")),
                sightings,
                MethodTraces.of(
                        pid, Activity.methods(), call -> sightings.add(stretch(call, sightings))),
                Visitors.begin(address, attendance, sightings),
                end);
    }

    private static Sight stretch(TracedCall call, Sightings sightings) {
        double begin = sightings.time(call.begin());
        double end = begin + call.duration().toNanos() / 1e3;
        return new Sight.Stretch(
                call.thread(), Activity.of(call.method()), shortName(call.method()), begin, end);
    }

    /// @return `EventLoop.dispatch` for `eventloop.eventqueue.EventLoop::dispatch`
    private static String shortName(String method) {
        return method.substring(method.lastIndexOf('.') + 1).replace("::", ".");
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// @throws ServerFailure if it has ended
    public void expectAlive() throws ServerFailure {
        if (!isAlive()) {
            throw new ServerFailure(name + " has ended while it was watched");
        }
    }

    Sightings sightings() {
        return sightings;
    }

    Visitors visitors() {
        return visitors;
    }

    @Override
    public void close() {
        visitors.close();
        traces.close();
        end.run();
    }
}
