package eventloop.blocking;

import eventloop.faults.Closing;
import eventloop.faults.FaultBarrier;
import eventloop.faults.Log;
import eventloop.http.ErrorPage;
import eventloop.http.Handler;
import eventloop.http.Outgoing;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
    private static final int INPUT_SIZE = 8 * 1024;
    private static final int OUTPUT_SIZE = 64 * 1024;

    private final ServerSocketChannel listening;
    private final InetSocketAddress address;
    private final Settings settings;
    private final FaultBarrier barrier;
    private final ConnectionThreads threads;
    private final List<Closeable> owned;
    private final BufferPool<ByteBuffer> inputs =
            new BufferPool<>(() -> ByteBuffer.allocateDirect(INPUT_SIZE));
    private final BufferPool<Outgoing> outputs = new BufferPool<>(() -> new Outgoing(OUTPUT_SIZE));
    private final Watchdog watchdog;
    private final Thread acceptor;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile boolean hasFailed;

    BlockingServer(
            ServerSocketChannel listening,
            Settings settings,
            Handler handler,
            ConnectionThreads threads,
            List<Closeable> owned)
            throws IOException {
        this.listening = listening;
        this.address = (InetSocketAddress) listening.getLocalAddress();
        this.settings = settings;
        this.barrier = new FaultBarrier(handler);
        this.threads = threads;
        this.owned = owned;
        this.acceptor = Thread.ofPlatform().name("acceptor").unstarted(this::acceptConnections);
        // Last, since it starts a thread: if anything above fails, there is none to be ended.
        this.watchdog = Watchdog.start();
    }

    /// @param threads closed with the server, as `owned` is, or if it does not start
    /// @param owned what only this server uses
    /// @throws IOException if it cannot listen there
    public static BlockingServer start(
            Settings settings, Handler handler, ConnectionThreads threads, Closeable... owned)
            throws IOException {
        try {
            return start(settings.openListening(), settings, handler, threads, List.of(owned));
        } catch (IOException | RuntimeException | Error cannotStart) {
            threads.close();
            Closing.allOrLog(List.of(owned));
            throw cannotStart;
        }
    }

    static BlockingServer start(
            ServerSocketChannel listening,
            Settings settings,
            Handler handler,
            ConnectionThreads threads,
            List<Closeable> owned)
            throws IOException {
        try {
            listening.bind(settings.address(), Settings.BACKLOG);
            var server = new BlockingServer(listening, settings, handler, threads, owned);
            server.startAcceptor();
            return server;
        } catch (IOException | RuntimeException | Error cannotStart) {
            Closing.orLog(listening, "the listening socket");
            throw cannotStart;
        }
    }

    private void startAcceptor() {
        try {
            acceptor.start();
        } catch (OutOfMemoryError noMoreThreads) {
            // Nothing is watched yet: this only ends the watchdog's thread.
            watchdog.drain(Duration.ZERO);
            throw noMoreThreads;
        }
    }

    // tag::accept[]
    private void acceptConnections() {
        while (!closing) {
            try {
                welcome(listening.accept());
            } catch (ClosedChannelException ended) {
                failUnlessClosing(ended);
                return;
            } catch (IOException | RuntimeException | Error failure) {
                // Most likely no file descriptors are left: trying again at once only costs time.
                Log.problem("cannot accept a connection", failure);
                LockSupport.parkNanos(Settings.PAUSE_WITHOUT_DESCRIPTORS.toNanos());
            }
        }
    }

    // end::accept[]

    private void failUnlessClosing(ClosedChannelException ended) {
        if (!closing) {
            Log.fault("the acceptor has failed, and the server ends", ended);
            hasFailed = true;
            end.countDown();
        }
    }

    private void welcome(SocketChannel client) {
        try {
            beginConversation(client);
        } catch (IOException clientIsGone) {
            Closing.orLog(client, "a socket");
        } catch (RuntimeException | Error fault) {
            Log.fault("cannot serve a connection", fault);
            Closing.orLog(client, "a socket");
        }
    }

    // tag::begin[]
    private void beginConversation(SocketChannel client) throws IOException {
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var socket = new TimedSocket(client, settings, watchdog);
        watchdog.watch(socket);
        try {
            threads.start(
                    new BlockingConnection(
                            socket, settings, barrier, this::keepsConnections, inputs, outputs));
        } catch (RejectedExecutionException full) {
            watchdog.forget(socket);
            refuse(client);
        } catch (RuntimeException | Error fault) {
            watchdog.forget(socket);
            throw fault; // The caller closes the socket.
        }
    }

    private void refuse(SocketChannel client) throws IOException {
        var page = ErrorPage.unavailable("All threads of this server are busy");
        outputs.lend(output -> Refusal.send(client, page, output, watchdog));
    }

    // end::begin[]

    private boolean keepsConnections() {
        return !closing && !threads.clientsAreWaiting();
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        end.await();
    }

    @Override
    public boolean hasFailed() {
        return hasFailed;
    }

    @Override
    public void close() {
        closing = true;
        Closing.orLog(listening, "the listening socket");
        letAcceptorFinish();
        threads.close();
        watchdog.drain(settings.drainTimeout());
        Closing.allOrLog(owned);
        end.countDown();
    }

    /// It may have accepted somebody just now, who is to be answered like the others.
    private void letAcceptorFinish() {
        try {
            acceptor.join(settings.drainTimeout());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
