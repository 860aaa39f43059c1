package eventloop.lab.measure.load;

import eventloop.lab.measure.load.Companion.Place;
import eventloop.lab.measure.site.Page;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All companions of a share of the load: how they come, and how many are there.
///
/// Everything but the constructor runs on the generator's event loop.
final class Company {
    /// So many may wait for an answer. While they do, others come slowly: the server does not keep up.
    private static final int QUEUE = 100;

    /// A server that has no place for someone who says nothing tells it soon.
    private static final long MILLIS_TO_BE_SENT_HOME = 100;

    private final Share share;
    private final List<Companion> companions;
    private final CompletableFuture<Integer> sentAway = new CompletableFuture<>();
    private Future<?> coming;
    private long lastArrival = System.nanoTime();
    private int arrived;
    private int presentAtFirst;
    private boolean isTimed;

    /// @throws IOException if a page they ask for cannot be read
    Company(Share share) throws IOException {
        this.share = share;
        companions = new ArrayList<>();
        for (var kind : share.plan().companions()) {
            Stream.generate(maker(kind)).limit(kind.count()).forEach(companions::add);
        }
    }

    private Supplier<Companion> maker(Companions kind) throws IOException {
        return switch (kind) {
            case Companions.Silent _ -> SilentCompanion::new;
            case Companions.Idle _ -> {
                var smallest = Target.keepingAlive(pagesBySize().getFirst(), share.plan());
                yield () -> new IdleCompanion(smallest);
            }
            case Companions.SlowReaders slow -> {
                var largest = Target.keepingAlive(pagesBySize().getLast(), share.plan());
                var sips = SlowCompanion.Sips.of(slow.bytesPerSecond());
                yield () -> new SlowCompanion(largest, sips, () -> isTimed);
            }
            case Companions.Bursts bursts -> {
                var smallest = Target.keepingAlive(pagesBySize().getFirst(), share.plan());
                yield () -> new BurstCompanion(smallest, bursts, () -> isTimed);
            }
        };
    }

    private List<Page> pagesBySize() {
        return share.plan().pages().stream()
                .sorted(Comparator.comparingLong(page -> new File(page.file()).length()))
                .toList();
    }

    /// Has all of them come, a few at a time.
    ///
    /// @return how many were sent away, when each has found its place or not
    CompletableFuture<Integer> come(Connector connector) {
        var agenda = new Agenda(connector.loop(), sentAway::completeExceptionally);
        coming = agenda.everyMillis(share.of(), () -> letIn(connector));
        return sentAway;
    }

    private void letIn(Connector connector) {
        long waiting = count(Place.COMING);
        int most = waiting < QUEUE / share.of() ? Connector.CONNECTIONS_A_MILLISECOND : 1;
        for (int i = 0; i < most && arrived < companions.size(); i++) {
            companions.get(arrived++).come(connector, sentAway::completeExceptionally);
            lastArrival = System.nanoTime();
        }
        if (arrived == companions.size() && haveSettled(waiting)) {
            coming.cancel(false);
            settle();
        }
    }

    private boolean haveSettled(long waiting) {
        long millis = (System.nanoTime() - lastArrival) / 1_000_000;
        return companions.isEmpty()
                || millis > share.plan().timeoutSeconds() * 1000
                || waiting == 0 && millis > MILLIS_TO_BE_SENT_HOME;
    }

    private void settle() {
        for (var companion : companions) {
            if (companion.place() == Place.COMING) {
                companion.leave();
            }
        }
        presentAtFirst = count(Place.PRESENT);
        sentAway.complete(companions.size() - presentAtFirst);
    }

    private int count(Place place) {
        int count = 0;
        for (var companion : companions) {
            if (companion.place() == place) {
                count++;
            }
        }
        return count;
    }

    /// Tells them that the others' answers are timed from now on, or no longer.
    void timed(boolean now) {
        isTimed = now;
    }

    /// How many had a place and have none any more.
    int lost() {
        return presentAtFirst - count(Place.PRESENT);
    }
}
