package eventloop.blocking;

import eventloop.http.ErrorPage;
import eventloop.http.FaultBarrier;
import eventloop.http.Handler;
import eventloop.server.Closing;
import eventloop.server.Log;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/// One thread accepts; each connection gets a thread that reads, answers and writes, and that sleeps in
/// the operating system whenever there is nothing to read or no room to write.
///
/// ```
///             accept                 read → handle → write ─┐
/// listening ─────────► a thread ──►   ▲                     │
///                                     └─────────────────────┘ until either side closes
/// ```
public final class BlockingServer implements Server {
    private static final Duration PAUSE_WITHOUT_DESCRIPTORS = Duration.ofMillis(100);

    private static final int INPUT_SIZE = 8 * 1024;
    private static final int OUTPUT_SIZE = 64 * 1024;

    /// A blocked write is woken when a third of this is free. Left to itself the kernel lets it grow to
    /// megabytes, and a client that reads slowly but steadily would seem to read nothing.
    private static final int SEND_BUFFER = 256 * 1024;

    private final ServerSocketChannel listening;
    private final InetSocketAddress address;
    private final Settings settings;
    private final Handler handler;
    private final ConnectionThreads threads;
    private final BufferPool inputs = new BufferPool(INPUT_SIZE);
    private final BufferPool outputs = new BufferPool(OUTPUT_SIZE);
    private final Watchdog watchdog = new Watchdog();
    private volatile boolean closing;

    private BlockingServer(Settings settings, Handler handler, ConnectionThreads threads)
            throws IOException {
        this.settings = settings;
        this.handler =
                new FaultBarrier(
                        handler,
                        (request, fault) ->
                                Log.problem("failed on " + request.path().encoded(), fault));
        this.threads = threads;
        this.listening = ServerSocketChannel.open();
        this.listening.bind(settings.address(), Settings.BACKLOG);
        this.address = (InetSocketAddress) listening.getLocalAddress();
    }

    /// @throws IOException if it cannot listen there
    public static BlockingServer start(
            Settings settings, Handler handler, ConnectionThreads threads) throws IOException {
        var server = new BlockingServer(settings, handler, threads);
        Thread.ofPlatform().name("acceptor").start(server::acceptConnections);
        return server;
    }

    // tag::accept[]
    private void acceptConnections() {
        while (!closing) {
            try {
                welcome(listening.accept());
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException failure) {
                // Most likely no file descriptors are left: trying again at once would only burn
                // the CPU.
                Log.problem("cannot accept a connection", failure);
                LockSupport.parkNanos(PAUSE_WITHOUT_DESCRIPTORS.toNanos());
            }
        }
    }

    private void welcome(SocketChannel client) {
        try {
            converse(client);
        } catch (IOException clientIsGone) {
            Closing.orLog(client, "a socket");
        } catch (RuntimeException | Error fault) {
            Log.problem("cannot serve a connection", fault);
            Closing.orLog(client, "a socket");
        }
    }

    private void converse(SocketChannel client) throws IOException {
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        var connection =
                new BlockingConnection(
                        client,
                        settings,
                        handler,
                        this::keepsConnections,
                        inputs,
                        outputs,
                        watchdog);
        try {
            threads.start(connection);
        } catch (RejectedExecutionException full) {
            watchdog.forget(connection);
            Refusal.send(
                    client, ErrorPage.unavailable("All threads of this server are busy"), watchdog);
        } catch (RuntimeException | Error fault) {
            connection.abort();
            throw fault;
        }
    }

    // end::accept[]

    private boolean keepsConnections() {
        return !closing && !threads.clientsAreWaiting();
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        closing = true;
        Closing.orLog(listening, "the listening socket");
        threads.close();
        watchdog.drain(settings.drainTimeout());
    }
}
