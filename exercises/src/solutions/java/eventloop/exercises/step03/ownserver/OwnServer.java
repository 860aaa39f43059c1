package eventloop.exercises.step03.ownserver;

import eventloop.http.Handler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One thread, one selector, all clients.
public final class OwnServer {
    /// So many may wait to be accepted.
    private static final int BACKLOG = 4096;

    /// The command that starts your server, in whatever language: for instance
    /// `List.of("python3", "/home/me/server.py", port, site)`.
    ///
    /// @param site the directory whose files are to be served
    static List<String> command(String port, String site) {
        return Program.inJava(OwnServer.class, port, site);
    }

    public static void main(String... arguments) throws IOException {
        serve(Integer.parseInt(arguments[0]), Talk.pagesIn(Path.of(arguments[1])));
    }

    /// Serves until its process is ended.
    static void serve(int port, Handler pages) throws IOException {
        // tag::solution[]
        var selector = Selector.open();
        var listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress("127.0.0.1", port), BACKLOG).configureBlocking(false);
        listening.register(selector, SelectionKey.OP_ACCEPT);
        while (true) {
            selector.select();
            for (var key : selector.selectedKeys()) {
                if (key.isAcceptable()) {
                    accept(listening, selector, pages);
                } else {
                    ((Client) key.attachment()).advanceOrLeave();
                }
            }
            selector.selectedKeys().clear();
        }
        // end::solution[]
        // > throw new UnsupportedOperationException("3.6 is yours to write");
    }

    // tag::solution[]

    private static void accept(ServerSocketChannel listening, Selector selector, Handler pages)
            throws IOException {
        var socket = listening.accept();
        if (socket != null) {
            socket.configureBlocking(false);
            var key = socket.register(selector, SelectionKey.OP_READ);
            key.attach(new Client(socket, key, new Talk(pages)));
        }
    }

    /// What a thread of step 1 remembers by standing at a line, this remembers in fields.
    private static final class Client {
        private final SocketChannel socket;
        private final SelectionKey key;
        private final Talk talk;
        private final ByteBuffer received = ByteBuffer.allocate(16 * 1024).flip();
        private Optional<Talk.Answer> unsent = Optional.empty();

        private Client(SocketChannel socket, SelectionKey key, Talk talk) {
            this.socket = socket;
            this.key = key;
            this.talk = talk;
        }

        private void advanceOrLeave() throws IOException {
            try {
                advance();
            } catch (IOException gone) {
                socket.close();
                if (unsent.isPresent()) {
                    unsent.get().giveUp();
                }
            }
        }

        private void advance() throws IOException {
            if (unsent.isEmpty()) {
                if (!read()) {
                    return;
                }
                unsent = talk.next(received);
            }
            while (unsent.isPresent()) {
                if (!unsent.get().writeTo(socket)) {
                    key.interestOps(SelectionKey.OP_WRITE);
                    return;
                }
                if (unsent.get().isLast()) {
                    socket.close();
                    return;
                }
                unsent = talk.next(received);
            }
            key.interestOps(SelectionKey.OP_READ);
        }

        /// @return whether the client is still there
        private boolean read() throws IOException {
            int count = socket.read(received.clear());
            received.flip();
            if (count < 0) {
                socket.close();
            }
            return count >= 0;
        }
    }
    // end::solution[]
}
