package eventloop.server;

import java.io.Closeable;
import java.net.InetSocketAddress;
import java.util.List;

/// A server together with what is to be closed behind it.
record OwningServer(Server server, List<Closeable> resources) implements Server {
    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        for (var resource : resources) {
            Closing.orLog(resource, resource.toString());
        }
    }
}
