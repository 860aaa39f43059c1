package eventloop.lab.show.watch;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;

/// The clients of a server that is watched, and what they see of it. Any thread.
final class Visitors implements AutoCloseable {
    private final URI server;
    private final Sightings sightings;
    private volatile boolean closed;

    private Visitors(URI server, Sightings sightings) {
        this.server = server;
        this.sightings = sightings;
    }

    static Visitors begin(URI server, Attendance attendance, Sightings sightings) {
        var visitors = new Visitors(server, sightings);
        double perSecond = attendance.perSecond() / attendance.clients();
        for (int number = 0; number < attendance.clients(); number++) {
            Thread.ofVirtual().start(new Visitor(visitors, number, perSecond));
        }
        return visitors;
    }

    URI server() {
        return server;
    }

    /// From when on requests are due: the same moment for all servers of a watch.
    Instant beginOfWatch() {
        return sightings.begin();
    }

    boolean areOver() {
        return closed;
    }

    /// One more client, which comes for this and then leaves.
    void send(Errand errand) {
        Thread.ofVirtual()
                .start(() -> {
                    var begin = Instant.now();
                    note(errand, begin, outcome(errand));
                });
    }

    private String outcome(Errand errand) {
        try {
            return errand.run(server).line();
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    /// @param begin when the request was due; it ends now
    /// @param outcome the status line of the answer, or why there was none
    void note(Errand errand, Instant begin, String outcome) {
        if (!closed) {
            double end = sightings.time(Instant.now());
            sightings.add(new Sight.Visit(errand, outcome, sightings.time(begin), end));
        }
    }

    /// All leave with their next request.
    @Override
    public void close() {
        closed = true;
    }
}
