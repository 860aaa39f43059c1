package eventloop.lab.measure.load;

import java.time.Duration;
import java.util.List;

/// Gives up on requests that have been waiting for too long.
///
/// It looks often, and at some clients only, one after another: a look at ten thousand of them takes longer than
/// most requests do, and whoever was due or answered meanwhile would seem to be slow. Generator's loop only.
final class Patience {
    private static final int CLIENTS_AT_A_TIME = 200;

    private final List<Client> clients;
    private final long timeout;
    private int next;

    Patience(List<Client> clients, Duration timeout) {
        this.clients = clients;
        this.timeout = timeout.toNanos();
    }

    void look(long now) {
        int some = Math.min(clients.size(), CLIENTS_AT_A_TIME);
        for (int i = 0; i < some; i++) {
            clients.get(next).giveUpIfAskedBefore(now - timeout, now);
            next = (next + 1) % clients.size();
        }
    }
}
