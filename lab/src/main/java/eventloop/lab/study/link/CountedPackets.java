package eventloop.lab.study.link;

import eventloop.lab.measure.load.LoadEvent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/// The packets that have gone through a cable while answers were counted: without those of clients that come and go.
/// Read when the load is over.
final class CountedPackets implements Consumer<LoadEvent> {
    /// How many have gone through it by now.
    @FunctionalInterface
    interface Meter {
        long packets() throws IOException, InterruptedException;
    }

    private final Meter meter;
    private long before;
    private long counted;

    CountedPackets(Meter meter) {
        this.meter = meter;
    }

    /// @throws UncheckedIOException if the system does not tell
    @Override
    public void accept(LoadEvent event) {
        switch (event) {
            case LoadEvent.CountingBegun _ -> before = now();
            case LoadEvent.CountingEnded _ -> counted = now() - before;
            case LoadEvent.Ready _, LoadEvent.Begun _, LoadEvent.Done _ -> {}
        }
    }

    private long now() {
        try {
            return meter.packets();
        } catch (IOException untold) {
            throw new UncheckedIOException(untold);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(
                    new InterruptedIOException("while packets were counted"));
        }
    }

    long counted() {
        return counted;
    }
}
