package eventloop.lab.study.blackbox;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.time.Duration;

/// Somebody who wants a page while others do what they do.
///
/// @param others what they do, in words
/// @param command does what they do, for a terminal of its own; empty if none does
record Neighbour(Visit visit, String others, String command) {
    static final String HALF = "GET /index.html HTTP/1.1\r\nHost: loc";

    /// Time for what was sent to be read: nothing else tells that it was.
    static final Duration ARRIVAL = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String EXPECTED = "the page within %d s".formatted(PATIENCE.toSeconds());

    /// Others who do nothing do so from `./course idle` as well.
    ///
    /// @param options how many they are, and whether each sends half a request
    static Neighbour ofIdle(Visit visit, String others, String options) {
        return new Neighbour(
                visit,
                others,
                "./course idle %s --port %d".formatted(options, visit.server().getPort()));
    }

    /// Others who ask for the large file, and take little of it.
    ///
    /// @param reading the command that reads so, with a place for the address
    static Neighbour ofReaders(Visit visit, String others, String reading) {
        var address = visit.server().resolve(visit.site().large());
        return new Neighbour(visit, others, reading.formatted(address));
    }

    /// Remembers what the others are about to do.
    void othersBegin() {
        visit.did(others, command);
    }

    /// Connects and asks.
    ///
    /// @throws BrokenPromiseException if the page does not come within three seconds
    void expectPage() throws IOException, BrokenPromiseException {
        did();
        try {
            expectPageOn(visit.connect());
        } catch (IOException failure) {
            throw new BrokenPromiseException(EXPECTED, Wording.failure(failure));
        }
    }

    /// Asks on a connection that is there already.
    ///
    /// @throws BrokenPromiseException if the page does not come within three seconds
    void expectPageOn(RawClient client) throws IOException, BrokenPromiseException {
        did();
        var answer = client.getWithin(PATIENCE, visit.site().page());
        if (answer.isEmpty()) {
            throw new BrokenPromiseException(
                    EXPECTED, "nothing in %d s".formatted(PATIENCE.toSeconds()));
        }
        visit.heard(answer.get());
        visit.expectFile(visit.site().page(), answer.get());
    }

    private void did() {
        var path = visit.site().page();
        visit.did(
                "%s; beside it: GET %s".formatted(others, path),
                "%s\nbeside it: %s"
                        .formatted(
                                command,
                                CurlCommand.of(visit.server(), RawClient.request("GET", path)))
                        .strip());
    }
}
