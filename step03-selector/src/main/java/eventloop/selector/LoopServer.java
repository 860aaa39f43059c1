package eventloop.selector;

import eventloop.http.Handler;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;

/// A listening socket, a loop, and the one thread that runs it.
public final class LoopServer implements Server {
    private static final Duration TO_END_AFTER_DRAINING = Duration.ofSeconds(2);

    private final InetSocketAddress address;
    private final Settings settings;
    private final Loop loop;
    private final Thread thread;

    private LoopServer(InetSocketAddress address, Settings settings, Loop loop) {
        this.address = address;
        this.settings = settings;
        this.loop = loop;
        this.thread = Thread.ofPlatform().name("event-loop").start(loop);
    }

    /// @throws IOException if it cannot listen there
    public static LoopServer start(Settings settings, Loop loop, Handler handler)
            throws IOException {
        return start(ServerSocketChannel.open(), settings, loop, handler);
    }

    /// @param listening with whatever options it is to have, and not bound
    public static LoopServer start(
            ServerSocketChannel listening, Settings settings, Loop loop, Handler handler)
            throws IOException {
        listening.bind(settings.address(), Settings.BACKLOG);
        listening.configureBlocking(false);
        new Acceptor(listening, new Service(loop, handler, settings));
        return new LoopServer((InetSocketAddress) listening.getLocalAddress(), settings, loop);
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        loop.close(settings.drainTimeout());
        try {
            thread.join(settings.drainTimeout().plus(TO_END_AFTER_DRAINING));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
