package eventloop.lab.measure.load;

import java.util.function.Consumer;

/// Makes one stream of events of those of several processes: something has begun, or ended, when it has for
/// all of them. The end of the phase is told by whoever puts the results together.
final class MergedEvents implements Consumer<LoadEvent> {
    private final Phase whole;
    private final int processes;
    private final Consumer<LoadEvent> listener;
    private int begun;
    private int counting;
    private int ended;

    MergedEvents(Phase whole, int processes, Consumer<LoadEvent> listener) {
        this.whole = whole;
        this.processes = processes;
        this.listener = listener;
    }

    @Override
    public synchronized void accept(LoadEvent event) {
        switch (event) {
            case LoadEvent.Begun _ -> {
                if (++begun == processes) {
                    listener.accept(new LoadEvent.Begun(whole));
                }
            }
            case LoadEvent.CountingBegun _ -> {
                if (++counting == processes) {
                    listener.accept(new LoadEvent.CountingBegun(whole));
                }
            }
            case LoadEvent.CountingEnded _ -> {
                if (++ended == processes) {
                    listener.accept(new LoadEvent.CountingEnded(whole));
                }
            }
            case LoadEvent.Ready _, LoadEvent.Done _ -> {}
        }
    }
}
