package eventloop.eventqueue;

import eventloop.contract.RawClient;
import eventloop.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Clients who send thousands of requests in one go.
final class Bursts {
    private static final int WAITS = 10;

    private Bursts() {}

    /// Sends it all; returns when the last byte has found room.
    static void send(RawClient client, String target, int size) {
        var request = "GET " + target + " HTTP/1.1\r\nHost: a\r\n";
        var last = request + "Connection: close\r\n\r\n";
        try {
            client.send((request + "\r\n").repeat(size - 1) + last);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// How long, in nanoseconds, another client waits for each answer while a burst is being answered.
    static List<Long> waitsOfAnother(Server server, String target, int size) throws Exception {
        var waits = new ArrayList<Long>();
        try (var greedy = RawClient.to(server.address());
                var other = RawClient.to(server.address())) {
            other.get(target);
            var sending = Thread.ofPlatform().start(() -> send(greedy, target, size));
            greedy.readHead();
            var reading = Thread.ofPlatform().start(() -> readToEnd(greedy));
            do {
                long begin = System.nanoTime();
                other.get(target);
                waits.add(System.nanoTime() - begin);
            } while (waits.size() < WAITS && reading.isAlive());
            sending.join();
            reading.join();
        }
        return waits;
    }

    private static void readToEnd(RawClient client) {
        try {
            client.readToEnd();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
