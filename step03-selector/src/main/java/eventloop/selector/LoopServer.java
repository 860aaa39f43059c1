package eventloop.selector;

import eventloop.faults.Closing;
import eventloop.faults.FaultBarrier;
import eventloop.faults.Log;
import eventloop.http.Handler;
import eventloop.selector.ConnectionState.Stage;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;

/// A listening socket, a handler, a loop, and the one thread that runs it: what all connections of a server
/// have in common.
///
/// ```
///               accept                     read → handle → write
///   listening ─────────► connection ─┐    ┌─────────────────────┐
///                        connection ─┼──► │ the one loop thread │
///                        connection ─┘    └─────────────────────┘
/// ```
public final class LoopServer implements Server {
    private static final Duration TO_END_AFTER_DRAINING = Duration.ofSeconds(2);

    private final ServerSocketChannel listening;
    private final InetSocketAddress address;
    private final Settings settings;
    private final Loop loop;
    private final Handler handler;
    private final List<Closeable> owned;

    /// For what clients have begun to send, and for requests that wait for their answers.
    private final MemoryBudget inputBudget = MemoryBudget.shareOfHeap(4);

    private final Thread thread = Thread.ofPlatform().name("event-loop").unstarted(this::run);
    private volatile boolean hasFailed;

    /// Whether a connection may go from one stage to another. Asked on the loop thread, and only by assertions.
    private volatile BiPredicate<Stage, Stage> transitions = Stage::leadsTo;

    private LoopServer(
            ServerSocketChannel listening,
            Settings settings,
            Loop loop,
            Handler handler,
            List<Closeable> owned)
            throws IOException {
        this.listening = listening;
        this.settings = settings;
        this.loop = loop;
        this.handler = new FaultBarrier(handler);
        this.owned = owned;
        this.address = (InetSocketAddress) listening.getLocalAddress();
    }

    /// @param owned what only this server uses: closed behind it, or if it does not start
    /// @throws IOException if it cannot listen there; then the loop is not to be used any more
    public static LoopServer start(
            Settings settings, Loop loop, Handler handler, Closeable... owned) throws IOException {
        return start(openOrGiveBack(settings, loop, owned), settings, loop, handler, owned);
    }

    private static ServerSocketChannel openOrGiveBack(
            Settings settings, Loop loop, Closeable... owned) throws IOException {
        try {
            return settings.openListening();
        } catch (IOException | RuntimeException | Error cannotOpen) {
            giveBack(loop, owned);
            throw cannotOpen;
        }
    }

    /// @param listening with whatever options it is to have, and not bound; closed with the server, or if it does not
    ///     start
    /// @param owned what only this server uses: closed behind it, or if it does not start
    /// @throws IOException if it cannot listen there; then the loop is not to be used any more
    public static LoopServer start(
            ServerSocketChannel listening,
            Settings settings,
            Loop loop,
            Handler handler,
            Closeable... owned)
            throws IOException {
        try {
            listening.bind(settings.address(), Settings.BACKLOG).configureBlocking(false);
            var server = new LoopServer(listening, settings, loop, handler, List.of(owned));
            Acceptor.open(listening, server);
            server.thread.start();
            return server;
        } catch (IOException | RuntimeException | Error cannotStart) {
            Closing.orLog(listening, "the listening socket");
            giveBack(loop, owned);
            throw cannotStart;
        }
    }

    private static void giveBack(Loop loop, Closeable... owned) {
        Closing.orLog(loop.selector(), "a selector");
        Closing.allOrLog(List.of(owned));
    }

    /// Where the loop fails nobody is let in any more. Those who are here are left to the end of the program.
    private void run() {
        try {
            loop.run();
        } catch (Throwable fault) {
            hasFailed = true;
            Log.fault("the event loop has failed, and the server ends", fault);
            Closing.orLog(listening, "the listening socket");
        }
    }

    Loop loop() {
        return loop;
    }

    Handler handler() {
        return handler;
    }

    MemoryBudget inputBudget() {
        return inputBudget;
    }

    Settings settings() {
        return settings;
    }

    boolean allowsTransition(Stage from, Stage to) {
        return transitions.test(from, to);
    }

    /// For a test that looks on.
    void allowTransitions(BiPredicate<Stage, Stage> transitions) {
        this.transitions = transitions;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }

    @Override
    public boolean hasFailed() {
        return hasFailed;
    }

    @Override
    public void close() {
        loop.end(settings.drainTimeout());
        try {
            if (!thread.join(settings.drainTimeout().plus(TO_END_AFTER_DRAINING))) {
                // Not logged: it may be the log that the loop waits for.
                hasFailed = true;
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Closing.allOrLog(owned);
    }
}
