package eventloop.selector;

import eventloop.faults.Closing;
import eventloop.faults.Log;
import eventloop.selector.Timeouts.Timeout;
import eventloop.server.Settings;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Takes in new connections when the listening socket is ready. Loop thread only.
public final class Acceptor implements Attachment {
    private static final int BATCH = 256;

    private final ServerSocketChannel listening;
    private final LoopServer server;
    private final SelectionKey key;

    /// Lets accepting begin again. It runs from the moment it is made, so once at the beginning, where it changes
    /// nothing.
    private final Timeout endOfPause;

    private Acceptor(ServerSocketChannel listening, SelectionKey key, LoopServer server) {
        this.listening = listening;
        this.server = server;
        this.key = key;
        this.endOfPause =
                server.loop()
                        .timeouts()
                        .start(Settings.PAUSE_WITHOUT_DESCRIPTORS, this::acceptAgain);
    }

    /// Has the loop accept what comes to a socket that listens already.
    static void open(ServerSocketChannel listening, LoopServer server) throws IOException {
        var key = listening.register(server.loop().selector(), SelectionKey.OP_ACCEPT);
        key.attach(new Acceptor(listening, key, server));
    }

    /// Accepts what waits, but no more than a batch: those already here want their turn too.
    // tag::accept[]
    public void accept() {
        try {
            for (int i = 0; i < BATCH && listening.isOpen(); i++) {
                var client = listening.accept();
                if (client == null) {
                    return;
                }
                welcome(client);
            }
        } catch (IOException | RuntimeException | Error failure) {
            pause(failure);
        }
    }

    // end::accept[]

    private void welcome(SocketChannel client) {
        try {
            Connection.open(client, server);
        } catch (IOException clientIsGone) {
            Closing.orLog(client, "a socket");
        } catch (RuntimeException | Error fault) {
            Log.fault("cannot serve a connection", fault);
            Closing.orLog(client, "a socket");
        }
    }

    /// Most likely no file descriptors are left. The connection still waits in the kernel, so the socket
    /// stays ready, and a loop that kept looking at it would spin.
    private void pause(Throwable failure) {
        Log.problem("cannot accept a connection", failure);
        key.interestOps(0);
        endOfPause.restart(Settings.PAUSE_WITHOUT_DESCRIPTORS);
    }

    private void acceptAgain() {
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    void close() {
        Closing.orLog(listening, "the listening socket");
    }
}
