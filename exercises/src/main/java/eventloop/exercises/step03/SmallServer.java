package eventloop.exercises.step03;

import eventloop.faults.FaultBarrier;
import eventloop.http.Handler;
import eventloop.http.Outgoing;
import eventloop.server.Server;
import eventloop.server.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/// The loop of step 3 in its smallest form, so that one piece of it can be yours: one thread, one selector, and an
/// [Interest] that says what to look for.
public final class SmallServer implements Server {
    private static final int OUTPUT_SIZE = 128 * 1024;

    private final Selector selector = Selector.open();
    private final ServerSocketChannel listening = ServerSocketChannel.open();
    private final FaultBarrier barrier;
    private final Interest interest;
    private final Closeable[] owned;
    private final Outgoing out = new Outgoing(OUTPUT_SIZE);
    private final AtomicLong turns = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().name("event-loop").unstarted(this::run);
    private volatile boolean closing;

    private SmallServer(Settings settings, Handler handler, Interest interest, Closeable... owned)
            throws IOException {
        this.barrier = new FaultBarrier(handler);
        this.interest = interest;
        this.owned = owned;
        listening.bind(settings.address(), Settings.BACKLOG).configureBlocking(false);
        listening.register(selector, SelectionKey.OP_ACCEPT);
    }

    /// @param owned what is to be closed behind the server
    public static SmallServer start(
            Settings settings, Handler handler, Interest interest, Closeable... owned)
            throws IOException {
        var server = new SmallServer(settings, handler, interest, owned);
        server.thread.start();
        return server;
    }

    /// How often the selector has returned since the start. Any thread.
    public long turns() {
        return turns.get();
    }

    private void run() {
        try (selector;
                listening) {
            while (!closing) {
                selector.select(this::serve);
                turns.incrementAndGet();
            }
            for (var key : selector.keys()) {
                if (key.attachment() instanceof Conversation conversation) {
                    conversation.close();
                }
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void serve(SelectionKey key) {
        if (key.isAcceptable()) {
            accept();
            return;
        }
        var conversation = (Conversation) key.attachment();
        try {
            conversation.advance();
            if (key.isValid()) {
                key.interestOps(interest.of(conversation.stage()));
            }
        } catch (IOException | RuntimeException fault) {
            end(conversation, fault);
        }
    }

    private void accept() {
        try {
            var client = listening.accept();
            if (client != null) {
                welcome(client);
            }
        } catch (IOException clientIsGone) {
            // The next one may stay.
        }
    }

    private void welcome(SocketChannel client) throws IOException {
        try {
            client.configureBlocking(false);
            var key = client.register(selector, interest.of(Conversation.Stage.IDLE));
            key.attach(new Conversation(key, barrier, out));
        } catch (IOException | RuntimeException fault) {
            end(client, fault);
        }
    }

    private static void end(Closeable client, Exception fault) {
        if (fault instanceof RuntimeException) {
            fault.printStackTrace();
        }
        try {
            client.close();
        } catch (IOException closedAlready) {
            // Then it is.
        }
    }

    @Override
    public InetSocketAddress address() {
        try {
            return (InetSocketAddress) listening.getLocalAddress();
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }

    @Override
    public boolean hasFailed() {
        return !closing && !thread.isAlive();
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            awaitEnd();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        try {
            for (var resource : owned) {
                resource.close();
            }
        } catch (IOException cannotClose) {
            throw new IllegalStateException(cannotClose);
        }
    }
}
