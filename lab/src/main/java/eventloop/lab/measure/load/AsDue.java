package eventloop.lab.measure.load;

import java.util.List;

/// Clients ask when requests are due, whatever the server does. See [Phase.OpenLoop].
///
/// Arrival k is client k's, modulo their number. If that client still waits for an answer, its next request
/// waits as well, and is late. Requests go on coming after the window, until those that were due in it are
/// done: for the last of them the server is as busy as for the first.
final class AsDue implements Pace {
    private final Agenda agenda;
    private final List<Client> clients;
    private final Arrivals arrivals;
    private final Tally tally;

    /// How many arrivals there are up to the end of the window, and how many of these are over.
    private final int expected;

    private int settled;

    /// For each client, the arrival it asks for next.
    private final int[] next;

    /// From the beginning to the last request that counts, in nanoseconds.
    private final long window;

    private long begin;

    /// The first arrival that is not due yet.
    private int upcoming;

    private boolean stopped;

    AsDue(Agenda agenda, List<Client> clients, Arrivals arrivals, long window, Tally tally) {
        if (clients.isEmpty()) {
            throw new IllegalArgumentException("nobody is there to ask when it is due");
        }
        this.agenda = agenda;
        this.clients = clients;
        this.arrivals = arrivals;
        this.tally = tally;
        this.window = window;
        this.expected = arrivals.countBefore(window);
        this.next = new int[clients.size()];
        for (int i = 0; i < next.length; i++) {
            next[i] = i;
        }
    }

    @Override
    public void begin(long now) {
        begin = now;
        askWhatIsDue();
    }

    private void askWhatIsDue() {
        if (stopped) {
            return;
        }
        long now = System.nanoTime();
        for (; upcoming < arrivals.count() && due(upcoming) - now <= 0; upcoming++) {
            var client = clients.get(upcoming % next.length);
            // It may have asked already, behind an answer that came before this turn; or it has one
            // before to ask.
            if (client.canAsk() && next[client.number()] == upcoming) {
                // Those before it in this turn have taken their time to be sent.
                tally.late(due(upcoming), System.nanoTime());
                ask(client, now);
            }
        }
        if (upcoming < arrivals.count()) {
            agenda.at(due(upcoming), this::askWhatIsDue);
        }
    }

    @Override
    public void answered(Client client, long due, long now) {
        settle(due);
        askIfDue(client, now);
    }

    @Override
    public void failed(Client client, long due, long now) {
        settle(due);
        askIfDue(client, now);
    }

    /// An answer to a question of the phase before is nobody's here.
    private void settle(long due) {
        long offset = due - begin;
        if (offset >= 0 && offset < window) {
            settled++;
        }
    }

    private void askIfDue(Client client, long now) {
        int arrival = next[client.number()];
        if (!stopped && arrival < arrivals.count() && due(arrival) - now <= 0) {
            ask(client, now);
        }
    }

    private void ask(Client client, long now) {
        int arrival = next[client.number()];
        next[client.number()] += next.length;
        client.ask(1, due(arrival), now);
    }

    private long due(int arrival) {
        return begin + arrivals.offset(arrival);
    }

    @Override
    public void endCounting() {
        // Goes on until the last request that counts is over.
    }

    @Override
    public boolean isDone() {
        return settled >= expected;
    }

    @Override
    public void abandon(long now) {
        for (int client = 0; client < next.length; client++) {
            for (; next[client] < expected; next[client] += next.length) {
                tally.failed(Failure.TIMED_OUT, due(next[client]), now);
                settled++;
            }
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
