package eventloop.lab.measure.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/// A port of the loopback at which nobody listens: whoever connects is refused. It is taken, so that nobody else
/// begins to listen there.
public final class Nobody implements AutoCloseable {
    private final Socket bound = new Socket();

    public Nobody() throws IOException {
        bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public int port() {
        return bound.getLocalPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(port()));
    }

    @Override
    public void close() throws IOException {
        bound.close();
    }
}
