package eventloop.blocking;

import java.util.concurrent.RejectedExecutionException;

/// Where the threads come from that talk to the clients. Step 1 starts one for each; step 2 has a fixed
/// number of them.
public interface ConnectionThreads {
    /// Runs a conversation with a client, on another thread, from its first request to its last.
    ///
    /// @throws RejectedExecutionException if there is no thread to be had and no room to wait for one
    void start(Runnable conversation);

    /// Whether clients wait for a thread. If so, a connection is closed after its next response, since
    /// the thread is needed for somebody who has not had any.
    boolean clientsAreWaiting();

    /// Takes no more conversations. Those that it has been given are led to their end, also where they wait for a
    /// thread.
    void close();
}
