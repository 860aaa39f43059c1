package eventloop.lab.measure.load;

import java.util.List;

/// Clients come one after another, ask once, and stay. See [Phase.Arrival].
final class AsTheyCome implements Pace {
    private final Agenda agenda;
    private final List<Client> clients;
    private final long spreadNanos;
    private int settled;
    private boolean ended;

    AsTheyCome(Agenda agenda, List<Client> clients, Phase.Arrival arrival) {
        this.agenda = agenda;
        this.clients = clients;
        this.spreadNanos = (long) (arrival.spreadSeconds() * 1e9);
    }

    @Override
    public void begin(long now) {
        for (int i = 0; i < clients.size(); i++) {
            var client = clients.get(i);
            agenda.at(now + spreadNanos * i / clients.size(), () -> come(client));
        }
    }

    private void come(Client client) {
        if (!ended) {
            long now = System.nanoTime();
            client.ask(1, now, now);
        }
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
    public void letGo() {
        // They stay.
    }

    @Override
    public boolean isDone() {
        return ended;
    }

    @Override
    public void abandon(long now) {
        // Nothing is ever due but what has been asked.
    }

    @Override
    public void stop() {
        ended = true;
    }
}
