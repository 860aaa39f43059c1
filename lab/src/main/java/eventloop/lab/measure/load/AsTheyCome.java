package eventloop.lab.measure.load;

import java.util.List;

/// Clients come one after another, ask once, and stay. See [Phase.Arrival]. However late it is, only some come in one
/// turn of the loop: a generator that is behind would read no answer until it has caught up, and those who were answered
/// long ago would seem to have waited for so long.
final class AsTheyCome implements Pace {
    static final int CLIENTS_A_TURN = 16;

    private final Agenda agenda;
    private final List<Client> clients;
    private final long spreadNanos;
    private long begin;

    /// The first client that is not there yet.
    private int next;

    private int settled;
    private boolean ended;

    AsTheyCome(Agenda agenda, List<Client> clients, Phase.Arrival arrival) {
        this.agenda = agenda;
        this.clients = clients;
        this.spreadNanos = (long) (arrival.spreadSeconds() * 1e9);
    }

    @Override
    public void begin(long now) {
        begin = now;
        comeIfDue();
    }

    private void comeIfDue() {
        int first = next;
        for (long now = System.nanoTime();
                next - first < CLIENTS_A_TURN && isAnyoneDue(now);
                now = System.nanoTime()) {
            clients.get(next++).ask(1, now, now);
        }
        if (next < clients.size() && !ended) {
            agenda.at(due(next), this::comeIfDue);
        }
    }

    private boolean isAnyoneDue(long now) {
        return next < clients.size() && !ended && due(next) - now <= 0;
    }

    private long due(int client) {
        return begin + spreadNanos * client / clients.size();
    }

    @Override
    public void answered(Client client, long due, long now) {
        settled++;
    }

    @Override
    public void failed(Client client, long due, long now) {
        settled++;
    }

    @Override
    public boolean hasNothingLeftToDo() {
        return settled >= clients.size();
    }

    @Override
    public void endCounting() {
        ended = true;
    }

    @Override
    public boolean isDone() {
        return ended;
    }

    @Override
    public void stop() {
        ended = true;
    }
}
