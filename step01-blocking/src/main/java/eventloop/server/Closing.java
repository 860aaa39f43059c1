package eventloop.server;

import java.io.Closeable;
import java.io.IOException;

/// Giving something back at a moment when nobody can do anything about a failure but note it. Any thread.
public final class Closing {
    private Closing() {}

    /// @param what it is, for the log: "a socket"
    public static void orLog(Closeable resource, String what) {
        try {
            resource.close();
        } catch (IOException failure) {
            Log.problem("closing " + what, failure);
        }
    }
}
