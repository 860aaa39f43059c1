package eventloop.cache;

import eventloop.faults.Log;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import eventloop.workers.MemoryChannel;
import java.io.IOException;
import java.util.function.Consumer;

/// Has a body send itself into memory, in as many turns as it takes. Loop thread only.
final class Collecting implements Runnable {
    private final Body body;
    private final MemoryChannel channel;
    private final Outgoing out;
    private final Consumer<Boolean> onEnd;
    private long position;

    /// @param out free to use in each turn
    /// @param onEnd told once whether all of the body has come
    Collecting(Body body, MemoryChannel target, Outgoing out, Consumer<Boolean> onEnd) {
        this.body = body;
        this.channel = target;
        this.out = out;
        this.onEnd = onEnd;
    }

    /// Takes what is there, and comes back when there is more.
    // tag::run[]
    @Override
    public void run() {
        try {
            while (position < body.length()) {
                if (!body.prepare(position, body.length(), this)) {
                    return;
                }
                body.send(out.beginContent(channel), position, body.length());
                position += out.contentSent();
            }
        } catch (IOException failure) {
            Log.problem("content is not kept", failure);
        } catch (RuntimeException | Error fault) {
            Log.fault("content is not kept", fault);
        }
        onEnd.accept(position == body.length());
    }
    // end::run[]
}
