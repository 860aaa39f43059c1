package eventloop.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;

/// Giving something back at a moment when nobody can do anything about a failure but note it. Any thread.
public final class Closing {
    private Closing() {}

    /// Whatever goes wrong is logged.
    ///
    /// @param what it is, for the log: "a socket"
    public static void orLog(Closeable resource, String what) {
        try {
            resource.close();
        } catch (IOException failure) {
            Log.problem("closing " + what, failure);
        } catch (Throwable fault) {
            Log.fault("closing " + what, fault);
        }
    }

    /// One after the other; none is left out because another fails.
    public static void allOrLog(List<? extends Closeable> resources) {
        resources.forEach(resource -> orLog(resource, resource.getClass().getSimpleName()));
    }

    /// Has the socket, when it is closed, forget at once what its client has not taken, and reset the connection
    /// (SO_LINGER of no time, socket(7)). Otherwise the kernel would keep that, megabytes of it, and offer it for
    /// minutes, though nobody here knows of either any more.
    public static void forgetUnsentWhenClosed(SocketChannel client) {
        try {
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException failure) {
            Log.problem("giving up a client that does not read", failure);
        }
    }
}
