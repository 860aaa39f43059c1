package eventloop.lab.study.blackbox;

import eventloop.lab.study.wire.RawClient;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/// A greedy client sends requests without a pause and reads all answers, as long as it takes another one to get ten.
final class Burst {
    private static final int IN_ONE_WRITE = 500;
    private static final int ANSWERS_TO_THE_OTHER = 10;

    private final RawClient greedy;
    private final String requests;

    /// Zero when the burst has had its first answers, or has failed.
    private final CountDownLatch begun = new CountDownLatch(IN_ONE_WRITE);

    private Burst(RawClient greedy, String path) {
        this.greedy = greedy;
        this.requests = RawClient.request("HEAD", path).repeat(IN_ONE_WRITE);
    }

    static void examine(Visit visit) throws IOException, BrokenPromiseException {
        var other = visit.connect();
        other.get(visit.site().page());
        var burst = new Burst(visit.connect(), visit.site().page());
        burst.start();
        var neighbour =
                new Neighbour(
                        visit,
                        "a client sends requests without a pause, and reads all answers",
                        "");
        for (int i = 0; i < ANSWERS_TO_THE_OTHER; i++) {
            neighbour.expectPageOn(other);
        }
    }

    /// Its threads end with the connection, which ends with the visit.
    private void start() throws IOException {
        Thread.ofPlatform().daemon().name("burst sends").start(this::send);
        Thread.ofPlatform().daemon().name("burst reads").start(this::read);
        try {
            begun.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private void send() {
        try {
            while (true) {
                greedy.send(requests);
            }
        } catch (IOException enough) {
            // The other one has had its answers, or will never have them.
        }
    }

    private void read() {
        try {
            while (true) {
                greedy.readHead();
                begun.countDown();
            }
        } catch (IOException enough) {
            while (begun.getCount() > 0) {
                begun.countDown();
            }
        }
    }
}
