package eventloop.lab.show.watch;

import eventloop.lab.study.wire.Answer;
import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/// A client that stays, and wants a page now and then: at times that do not depend on the answers, as with users who know
/// nothing of each other. A request that cannot be sent yet, since the one before is not answered, waits from when it was
/// due.
final class Visitor implements Runnable {
    /// The same for each server, so that those that stand side by side are visited at the same times.
    private static final long SEED = 2018;

    private final Visitors visitors;
    private final SplittableRandom random;
    private final double perSecond;
    private Optional<RawClient> connected = Optional.empty();

    /// @param number among the visitors of a server
    /// @param perSecond requests on average
    Visitor(Visitors visitors, int number, double perSecond) {
        this.visitors = visitors;
        this.random = new SplittableRandom(SEED + number);
        this.perSecond = perSecond;
    }

    @Override
    public void run() {
        try {
            var arrival = Instant.now();
            var due = visitors.beginOfWatch();
            while (!visitors.areOver()) {
                due = due.plus(gap());
                if (due.isAfter(arrival)) {
                    Thread.sleep(Duration.between(Instant.now(), due));
                    visitors.note(Errand.PAGE, due, outcome());
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    /// Exponential, as between the events of a Poisson process.
    private Duration gap() {
        return Duration.ofNanos((long) (random.nextExponential() * 1e9 / perSecond));
    }

    private String outcome() {
        try {
            var answer = ask();
            if (!answer.keepsConnection()) {
                leave();
            }
            return answer.line();
        } catch (IOException failure) {
            leave();
            return failure.toString();
        }
    }

    /// A server may close a connection on which nothing comes; then there is another.
    private Answer ask() throws IOException {
        if (connected.isPresent()) {
            try {
                return connected.get().get(Errand.PAGE.path());
            } catch (SocketTimeoutException silent) {
                throw silent;
            } catch (IOException closedMeanwhile) {
                leave();
            }
        }
        var client = RawClient.to(visitors.server());
        connected = Optional.of(client);
        return client.get(Errand.PAGE.path());
    }

    private void leave() {
        connected.ifPresent(Visitor::close);
        connected = Optional.empty();
    }

    private static void close(RawClient client) {
        try {
            client.close();
        } catch (IOException gone) {
            // Then there is nothing left to close.
        }
    }
}
