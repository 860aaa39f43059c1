package eventloop.server;

import java.io.Closeable;
import java.net.InetSocketAddress;
import java.util.List;

/// A server that accepts connections from its making until it is closed.
public interface Server extends AutoCloseable {
    /// The address it listens on, with the port the system chose if 0 was asked for.
    InetSocketAddress address();

    /// Accepts no more connections, lets the requests under way be answered, and ends: at the latest
    /// after [Settings#drainTimeout], by closing what is still open. Returns when that is done. Any
    /// thread but the server's own; a second call does nothing.
    @Override
    void close();

    /// This server, which closes as well what only it uses, once it has ended itself.
    default Server owning(Closeable... resources) {
        return new OwningServer(this, List.of(resources));
    }
}
