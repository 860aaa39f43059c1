package eventloop.lab.study.check;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Many clients who have connected, one after the other, and say nothing until they are told to.
record Crowd(List<RawClient> clients) implements AutoCloseable {
    /// Clients who have connected and not asked for anything.
    static Crowd of(int size, URI server) throws IOException {
        return gather(size, () -> RawClient.to(server));
    }

    /// Clients who have had a page twice, each before the next one came, and keep their connections. A server that
    /// closes behind every answer, with or without a word about it, is found out by the second.
    ///
    /// @throws IOException if the server does not let them
    static Crowd keeping(int size, URI server, String page) throws IOException {
        return gather(size, () -> keeping(server, page));
    }

    private static RawClient keeping(URI server, String page) throws IOException {
        var client = RawClient.to(server);
        try {
            Served.expect(client.get(page));
            Served.expect(client.get(page));
            return client;
        } catch (IOException failure) {
            client.close();
            throw new IOException(
                    "no two pages on one connection: " + failure.getMessage(), failure);
        }
    }

    private interface Arrival {
        RawClient client() throws IOException;
    }

    private static Crowd gather(int size, Arrival arrival) throws IOException {
        var crowd = new Crowd(new ArrayList<>(size));
        try {
            for (int i = 0; i < size; i++) {
                crowd.clients.add(arrival.client());
            }
            return crowd;
        } catch (IOException failure) {
            crowd.close();
            throw failure;
        }
    }

    boolean anyHasInput() throws IOException {
        for (var client : clients) {
            if (client.hasInput()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }
}
