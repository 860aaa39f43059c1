package eventloop.http;

import java.io.Closeable;
import java.io.IOException;

/// The content of a response. It knows its length, and it sends itself: from any position on, in as many
/// turns as the socket wants, together with what is still unsent of the head before it.
///
/// How the bytes travel is the body's own business. Step 1 brings bodies that copy them into the server's
/// buffer; later steps bring one that is fetched by helpers, one that lies in memory outside the heap, and one
/// that the operating system moves past this program. Whoever sends a response does not ask which it is.
///
/// A body keeps no position: the [ResponseWriter] does, so a body that lies in memory can be on its way to
/// any number of clients at once.
///
/// One thread at a time for each response: from step 3 on that of the event loop, unless helpers have the body send
/// itself into memory.
public interface Body extends Closeable {
    /// In bytes; fixed, since it is promised in `Content-Length`.
    long length();

    /// Sees to it that bytes of `[from, to)` can be sent without waiting for a disk. Those that cannot are
    /// fetched (step 5), and `whenReady` runs on the thread that asked, once they are here or have failed to come. A
    /// body that blocks in [#send] need not be asked, where the thread may block. A body whose bytes are fetched by
    /// others must be asked before each [#send].
    ///
    /// @return whether they can be sent now
    default boolean prepare(long from, long to, Runnable whenReady) {
        return true;
    }

    /// Offers to the client what is left of the head, and as many bytes of `[from, to)` as one turn may
    /// send. What the client's socket does not take is offered again with the next call.
    ///
    /// @throws IOException if the client is gone or the bytes cannot be had, for instance because a file has
    ///     shrunk
    void send(Outgoing out, long from, long to) throws IOException;

    /// Gives back what the body holds, such as an open file. To be called once for each response it is sent
    /// with, however the sending went.
    @Override
    void close() throws IOException;
}
