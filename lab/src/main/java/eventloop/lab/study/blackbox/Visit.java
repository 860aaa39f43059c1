package eventloop.lab.study.blackbox;

import eventloop.lab.study.check.CheckSite;
import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// One promise's visit to a server: opens its connections, closes them all at its end, and remembers what was sent
/// last and what came, for the transcript; before anything is sent, that it connects. One thread.
final class Visit implements AutoCloseable {
    /// An answer that takes longer does not come.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(15);

    private final URI server;
    private final CheckSite site;
    private final Declared declared;
    private final List<RawClient> clients = new ArrayList<>();
    private String sent = "connects";
    private String tryIt = "";
    private String came = "";

    Visit(URI server, CheckSite site, Declared declared) {
        this.server = server;
        this.site = site;
        this.declared = declared;
    }

    URI server() {
        return server;
    }

    CheckSite site() {
        return site;
    }

    /// Small files, one after another and the first again after the last; without the one that is declared to be
    /// slow, which would not be so any more once it has been read.
    Stream<String> quickPaths() {
        var quick =
                site.small().stream()
                        .filter(path -> !declared.slowPath().equals(Optional.of(path)))
                        .toList();
        return Stream.iterate(0, i -> i + 1).map(i -> quick.get(i % quick.size()));
    }

    Declared declared() {
        return declared;
    }

    String sent() {
        return sent;
    }

    String tryIt() {
        return tryIt;
    }

    String came() {
        return came;
    }

    /// A connection that stays open until the visit ends.
    RawClient connect() throws IOException {
        var client = RawClient.to(server);
        client.waitAtMost(PATIENCE);
        clients.add(client);
        return client;
    }

    /// Many of them, one after the other.
    ///
    /// @throws BrokenPromiseException if the server lets them in too slowly
    List<RawClient> connect(int count) throws IOException, BrokenPromiseException {
        long begun = System.nanoTime();
        var crowd = new ArrayList<RawClient>(count);
        for (int i = 0; i < count; i++) {
            crowd.add(connect());
            if (System.nanoTime() - begun > LONGEST_ARRIVAL.toNanos()) {
                throw new BrokenPromiseException(
                        "%d connections within %d s".formatted(count, LONGEST_ARRIVAL.toSeconds()),
                        "%d: the list of those that wait to be accepted (the backlog) is full too often"
                                .formatted(i + 1));
            }
        }
        return crowd;
    }

    /// One request on a connection of its own, and its answer.
    Answer get(String path, String... headers) throws IOException {
        return ask(RawClient.request("GET", path, headers));
    }

    Answer get(RawClient client, String path, String... headers) throws IOException {
        return ask(client, RawClient.request("GET", path, headers));
    }

    /// Any request that is answered with a body, if with any.
    Answer ask(String request) throws IOException {
        note(request);
        return ask(connect(), request);
    }

    Answer ask(RawClient client, String request) throws IOException {
        note(request);
        client.send(request);
        var answer = client.read();
        heard(answer);
        return answer;
    }

    /// Does nothing for a while.
    void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// Remembers a request that is about to be sent, and the command that sends the same.
    void note(String request) {
        did(Wording.request(request), CurlCommand.of(server, request));
    }

    /// Remembers what is about to be done where no single request says it.
    ///
    /// @param command does about the same, for a terminal; empty if none does
    void did(String words, String command) {
        sent = words;
        tryIt = command;
        came = "";
    }

    void heard(Answer answer) {
        came = Wording.answer(answer);
    }

    void heard(String words) {
        came = words;
    }

    /// @throws BrokenPromiseException unless the answer has this status
    void expectStatus(int status, Answer answer) throws BrokenPromiseException {
        expect(answer.status() == status, "status " + status);
    }

    /// @throws BrokenPromiseException unless the body is that of the file
    void expectFile(String path, Answer answer) throws IOException, BrokenPromiseException {
        expectStatus(200, answer);
        var file = site.bytes(path);
        int difference = Arrays.mismatch(file, answer.body());
        if (difference >= 0) {
            heard(
                    Wording.answer(answer)
                            + "\n"
                            + Wording.difference(answer.body(), file, difference));
        }
        expect(difference < 0, "the %,d bytes of the site's file %s".formatted(file.length, path));
    }

    /// @param expected what is due, in words
    void expect(boolean condition, String expected) throws BrokenPromiseException {
        if (!condition) {
            throw new BrokenPromiseException(expected, came);
        }
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
