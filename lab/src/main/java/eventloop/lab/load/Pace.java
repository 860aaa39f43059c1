package eventloop.lab.load;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Decides when clients ask. Everything runs on the generator's event loop.
sealed interface Pace {
    /// Has the clients begin.
    void begin(long now);

    /// This client has its answer.
    void ready(Client client, long now);

    /// This client's request has failed.
    void failed(Client client, long now);

    /// No more requests from now on, but those that were due before.
    void end();

    /// Counts what was due and will not be asked any more, once the time for answers is over.
    void abandon(long now);

    /// Whether nothing is left that was due.
    boolean isDone();

    /// As fast as the server answers. See [Phase.ClosedLoop].
    final class AsAnswered implements Pace {
        /// All at once, the first connections would overflow the server's backlog.
        private static final int CLIENTS_A_MILLISECOND = 10;

        /// A client that was sent away comes back, but not at once, and so does not keep the server busy
        /// with sending it away.
        private static final long MILLIS_AFTER_FAILURE = 100;

        private final EventLoop loop;
        private final List<Client> clients;
        private boolean ended;

        AsAnswered(EventLoop loop, List<Client> clients) {
            this.loop = loop;
            this.clients = clients;
        }

        @Override
        public void begin(long now) {
            for (var client : clients) {
                askAfter(client.number() / CLIENTS_A_MILLISECOND, client);
            }
        }

        @Override
        public void ready(Client client, long now) {
            if (!ended) {
                client.ask(now, now);
            }
        }

        @Override
        public void failed(Client client, long now) {
            askAfter(MILLIS_AFTER_FAILURE, client);
        }

        private void askAfter(long millis, Client client) {
            loop.schedule(() -> ready(client, System.nanoTime()), millis, TimeUnit.MILLISECONDS);
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public void abandon(long now) {
            // Nothing is ever due but what has been asked.
        }

        @Override
        public boolean isDone() {
            return ended;
        }
    }

    /// When requests are due, whatever the server does. See [Phase.OpenLoop].
    ///
    /// Arrival k is client k's, modulo their number. If that client still waits for an answer, its next
    /// request waits as well, and is late.
    final class AsDue implements Pace {
        private final EventLoop loop;
        private final List<Client> clients;
        private final Arrivals arrivals;
        private final Tally tally;

        /// For each client, the arrival it asks for next.
        private final int[] next;

        private long begin;

        /// The first arrival that is not due yet.
        private int upcoming;

        private int asked;

        AsDue(EventLoop loop, List<Client> clients, Arrivals arrivals, Tally tally) {
            this.loop = loop;
            this.clients = clients;
            this.arrivals = arrivals;
            this.tally = tally;
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
            long now = System.nanoTime();
            while (upcoming < arrivals.count() && due(upcoming) - now <= 0) {
                var client = clients.get(upcoming % next.length);
                if (!client.isBusy()) {
                    tally.late(due(upcoming), now);
                    ask(client, now);
                }
                upcoming++;
            }
            if (upcoming < arrivals.count()) {
                loop.schedule(this::askWhatIsDue, due(upcoming) - now, TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public void ready(Client client, long now) {
            int arrival = next[client.number()];
            if (arrival < arrivals.count() && due(arrival) - now <= 0) {
                ask(client, now);
            }
        }

        @Override
        public void failed(Client client, long now) {
            ready(client, now);
        }

        private void ask(Client client, long now) {
            int arrival = next[client.number()];
            next[client.number()] += next.length;
            asked++;
            client.ask(due(arrival), now);
        }

        private long due(int arrival) {
            return begin + arrivals.offset(arrival);
        }

        @Override
        public void end() {
            // The arrivals end by themselves.
        }

        @Override
        public void abandon(long now) {
            for (int i = 0; i < next.length; i++) {
                for (; next[i] < arrivals.count(); next[i] += next.length) {
                    tally.failed(Failure.TIMED_OUT, due(next[i]), now);
                    asked++;
                }
            }
        }

        @Override
        public boolean isDone() {
            return asked == arrivals.count();
        }
    }
}
