package eventloop.cache;

import eventloop.faults.Closing;
import eventloop.faults.Log;
import eventloop.http.Body;
import eventloop.http.Outgoing;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/// Has a body send itself into memory, in as many turns as it takes, and closes it. Loop thread only.
final class Collecting implements Runnable {
    private final Body body;
    private final MemoryChannel channel;
    private final Outgoing out;
    private final BooleanSupplier isWanted;
    private final Runnable whenComplete;
    private final Runnable whenIncomplete;
    private long position;

    /// @param out free to use in each turn
    /// @param isWanted whether anybody still waits for the body, asked before each turn: for nobody no more is fetched
    /// @param whenComplete runs when all of the body has come
    /// @param whenIncomplete runs when that cannot be had any more, or nobody wants it, or `whenComplete` has failed
    Collecting(
            Body body,
            MemoryChannel target,
            Outgoing out,
            BooleanSupplier isWanted,
            Runnable whenComplete,
            Runnable whenIncomplete) {
        this.body = body;
        this.channel = target;
        this.out = out;
        this.isWanted = isWanted;
        this.whenComplete = whenComplete;
        this.whenIncomplete = whenIncomplete;
    }

    /// Takes what is there, and comes back when there is more.
    // tag::run[]
    @Override
    public void run() {
        try {
            while (position < body.length() && isWanted.getAsBoolean()) {
                if (!body.prepare(position, body.length(), this)) {
                    return;
                }
                body.send(out.beginContent(channel), position, body.length());
                position += out.contentSent();
            }
        } catch (IOException failure) {
            // Logged by the helper's body: it was to be read, and could not be.
        } catch (Throwable fault) {
            Log.fault("content is not kept", fault);
        }
        end();
    }

    // end::run[]

    private void end() {
        Closing.orLog(body, "what has been collected");
        if (position < body.length()) {
            whenIncomplete.run();
            return;
        }
        try {
            whenComplete.run();
        } catch (Throwable fault) {
            Log.fault("content is not kept", fault);
            whenIncomplete.run();
        }
    }
}
