package eventloop.lab.measure.load;

import io.netty.channel.EventLoop;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/// One phase under way:
///
/// ```
///   begin ── lead-in ──► counting ──► waiting for the last answers ──► done
///                        └─ window ─┘ └─ at most the timeout ─────┘
/// ```
///
/// Where clients stay and requests have no times at which they are due, nobody is waited for: what is still on the way
/// belongs to the next phase.
///
/// It is made, started and awaited by another thread; everything else runs on the generator's event loop.
final class PhaseRun implements Client.Owner {
    private static final long MILLIS_BETWEEN_LOOKS = 10;

    private final Phase phase;
    private final Agenda agenda;
    private final List<Client> clients;
    private final Company company;
    private final Duration timeout;
    private final Consumer<LoadEvent> listener;
    private final CompletableFuture<PhaseResult> result = new CompletableFuture<>();

    private final long begin;
    private final long windowBegin;
    private final long windowEnd;
    private final Tally tally;
    private final Pace pace;
    private final Patience patience;
    private long processorTime;
    private double generatorLoad;
    private int clientsWithoutAnswer;
    private ScheduledFuture<?> looks;
    private boolean over;
    private boolean clientsMayLeave;

    /// @param seed of its arrivals
    PhaseRun(
            Phase phase,
            EventLoop loop,
            List<Client> clients,
            Company company,
            Share share,
            long seed,
            Consumer<LoadEvent> listener) {
        this.phase = phase;
        agenda = new Agenda(loop, result::completeExceptionally);
        this.clients = clients;
        this.company = company;
        this.timeout = share.plan().timeout();
        patience = new Patience(clients, timeout);
        this.listener = listener;
        // What is due takes a moment to draw, which is nobody's lead-in.
        var pacing = pacing(share, seed);
        begin = System.nanoTime();
        windowBegin = begin + (long) (phase.leadInSeconds() * 1e9);
        windowEnd = begin + phase.duration().toNanos();
        tally = new Tally(phase, windowBegin, windowEnd);
        pace = pacing.apply(tally);
    }

    private Function<Tally, Pace> pacing(Share share, long seed) {
        return switch (phase) {
            case Phase.ClosedLoop _ -> _ -> new AsAnswered(agenda, clients, share);
            case Phase.Arrival arrival -> _ -> new AsTheyCome(agenda, clients, arrival);
            case Phase.OpenLoop open -> {
                var arrivals = arrivals(open, share.plan(), seed);
                long window = open.duration().toNanos();
                yield counts -> new AsDue(agenda, clients, arrivals, window, counts);
            }
        };
    }

    /// As many as may be needed until the last answer that counts.
    private static Arrivals arrivals(Phase.OpenLoop open, LoadPlan plan, long seed) {
        double seconds = open.leadInSeconds() + open.seconds() + 2 * plan.timeoutSeconds();
        return Arrivals.poisson(open.requestsPerSecond(), open.burst(), seconds, seed);
    }

    CompletableFuture<PhaseResult> result() {
        return result;
    }

    void start() {
        agenda.now(this::begin);
    }

    private void begin() {
        listener.accept(new LoadEvent.Begun(phase));
        clients.forEach(client -> client.ownedBy(this));
        agenda.at(windowBegin, this::beginCounting);
        agenda.at(windowEnd, this::endCounting);
        looks = agenda.everyMillis(MILLIS_BETWEEN_LOOKS, this::lookAround);
        pace.begin(begin);
    }

    private void beginCounting() {
        processorTime = processorTime();
        listener.accept(new LoadEvent.CountingBegun(phase));
    }

    private void endCounting() {
        if (over) {
            return;
        }
        generatorLoad =
                (processorTime() - processorTime) / (double) (System.nanoTime() - windowBegin);
        over = true;
        clientsWithoutAnswer = starved();
        pace.endCounting();
        listener.accept(new LoadEvent.CountingEnded(phase));
        if (!phase.waitsForAnswers()) {
            finish();
        } else {
            agenda.at(windowEnd + Phase.stayOf(clients.size()).toNanos(), this::letGo);
        }
    }

    /// In a closed loop nobody else would notice them: where requests are due at times, or each
    /// client asks once, those that have no answer are missing from the count, or fail.
    private int starved() {
        return phase instanceof Phase.ClosedLoop
                ? (int)
                        clients.stream()
                                .filter(client -> client.isStarvedSince(windowBegin))
                                .count()
                : 0;
    }

    private void letGo() {
        clientsMayLeave = true;
        pace.letGo();
    }

    /// Gives up on requests that wait for too long, and sees whether the phase is done.
    private void lookAround() {
        long now = System.nanoTime();
        patience.look(now);
        if (!over && pace.hasNothingLeftToDo()) {
            endCounting();
        }
        if (over && now - windowEnd > timeout.toNanos()) {
            pace.abandon(now);
        }
        if (over && pace.isDone()) {
            pace.stop();
        }
        if (clientsMayLeave && pace.isDone()) {
            if (!phase.clientsStay()) {
                clients.forEach(Client::leave);
            }
            finish();
        }
    }

    private void finish() {
        looks.cancel(false);
        result.complete(tally.result(generatorLoad, company.lost(), clientsWithoutAnswer));
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    @Override
    public void received(int bodyBytes, long now) {
        tally.received(bodyBytes, now);
    }

    @Override
    public void answered(Client client, long due, long now) {
        tally.answered(due, now);
        pace.answered(client, due, now);
    }

    @Override
    public void failed(Client client, Failure failure, long due, long now) {
        tally.failed(failure, due, now);
        pace.failed(client, due, now);
    }

    @Override
    public void broke(Throwable cause) {
        result.completeExceptionally(cause);
    }

    @Override
    public void reconnected(long now) {
        tally.reconnected(now);
    }
}
