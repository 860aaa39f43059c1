package eventloop.lab.measure.load;

import java.util.List;

/// Clients ask as fast as the server answers. See [Phase.ClosedLoop].
final class AsAnswered implements Pace {
    /// A client that was sent away comes back, but not at once: the server has better things to do than to
    /// send it away again.
    private static final long MILLIS_AFTER_FAILURE = 100;

    private final Agenda agenda;
    private final List<Client> clients;
    private final int depth;
    private final int processes;
    private boolean ended;
    private boolean leaving;

    AsAnswered(Agenda agenda, List<Client> clients, Share share) {
        this.agenda = agenda;
        this.clients = clients;
        depth = share.plan().clients().depth();
        processes = share.of();
    }

    @Override
    public void begin(long now) {
        for (var client : clients) {
            if (client.isConnected()) {
                askIfIdle(client, now);
            } else {
                askAfter(millisUntilItComes(client), client);
            }
        }
    }

    private long millisUntilItComes(Client client) {
        return (long) client.number() * processes / Connector.CONNECTIONS_A_MILLISECOND;
    }

    @Override
    public void answered(Client client, long due, long now) {
        if (leaving && !client.isBusy()) {
            client.leave();
        } else if (!ended) {
            askIfIdle(client, now);
        }
    }

    @Override
    public void failed(Client client, long due, long now) {
        askAfter(MILLIS_AFTER_FAILURE, client);
    }

    private void askAfter(long millis, Client client) {
        agenda.afterMillis(millis, () -> ask(client));
    }

    private void ask(Client client) {
        if (!ended) {
            askIfIdle(client, System.nanoTime());
        }
    }

    private void askIfIdle(Client client, long now) {
        if (!client.isBusy()) {
            client.ask(depth, now, now);
        }
    }

    /// Who has no answer yet gets it still.
    @Override
    public void endCounting() {
        ended = true;
    }

    /// Who has its answer leaves: a server with a thread for each client could otherwise not turn to those
    /// that wait.
    @Override
    public void letGo() {
        leaving = true;
        clients.stream().filter(client -> !client.isBusy()).forEach(Client::leave);
    }

    @Override
    public boolean isDone() {
        return leaving && clients.stream().noneMatch(Client::isBusy);
    }

    @Override
    public void stop() {
        ended = true;
    }
}
