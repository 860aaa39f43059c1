package eventloop.lab.study.agreement;

import java.io.IOException;
import java.net.URI;

/// A program that loads servers.
interface LoadProgram {
    String name();

    /// Whether it can do such work at all.
    default boolean can(LoadWork work) {
        return true;
    }

    /// Loads a server, of which it asks `/`.
    ///
    /// @return what it says of it
    Reading load(URI server, LoadWork work) throws IOException, InterruptedException;
}
