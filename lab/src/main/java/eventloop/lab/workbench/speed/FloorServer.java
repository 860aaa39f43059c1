package eventloop.lab.workbench.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The floor under every server with one loop in Java: it writes the same bytes for whatever it reads, and
/// looks at none of them. What a real server takes longer, its HTTP takes; what this one takes, the kernel
/// and the selector take. Of several files it writes one after the other, whoever asks.
///
/// With a [Habit] it does one thing differently, to see what that is worth. Which one is known before the first
/// client comes, so that the plain floor pays nothing for the others.
///
/// Right only for clients that send one request at a time, in one piece, and take answers as they come: a
/// load generator on the same machine.
final class FloorServer {
    private static final int BACKLOG = 1024;

    private final Habit habit;
    private final List<Exchange> exchanges;
    private int next;

    private FloorServer(Habit habit, List<Exchange> exchanges) {
        this.habit = habit;
        this.exchanges = exchanges;
    }

    /// @param arguments the habit, and the files to answer with
    public static void main(String... arguments) throws IOException {
        var habit = Habit.named(arguments[0]);
        var exchanges = new ArrayList<Exchange>();
        for (var file : List.of(arguments).subList(1, arguments.length)) {
            var response = FloorResponse.with(Files.readAllBytes(Path.of(file)), habit);
            exchanges.add(Exchange.with(habit, response));
        }
        var server = new FloorServer(habit, exchanges);
        try (var selector = Selector.open();
                var listening = ServerSocketChannel.open()) {
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            listening.configureBlocking(false);
            listening.register(selector, SelectionKey.OP_ACCEPT);
            System.out.println(
                    "listening on http://127.0.0.1:%d/"
                            .formatted(listening.socket().getLocalPort()));
            server.serve(selector);
        }
    }

    private void serve(Selector selector) throws IOException {
        switch (habit) {
            case ITERATOR -> serveWithIterator(selector);
            case NEVER_SLEEPING -> serveWithoutSleep(selector);
            default -> {
                while (true) {
                    selector.select(this::turnTo);
                }
            }
        }
    }

    private void serveWithIterator(Selector selector) throws IOException {
        while (true) {
            selector.select();
            for (var keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                var key = keys.next();
                keys.remove();
                turnTo(key);
            }
        }
    }

    /// It does sleep while nobody is there: otherwise it would take the processor from others whose turn it is.
    private void serveWithoutSleep(Selector selector) throws IOException {
        while (true) {
            if (selector.keys().size() == 1) {
                selector.select(this::turnTo);
            } else {
                selector.selectNow(this::turnTo);
            }
        }
    }

    private void turnTo(SelectionKey key) {
        if (key.isAcceptable()) {
            accept(key);
            return;
        }
        try {
            exchangeOf(key).turnTo(key);
        } catch (IOException gone) {
            close(key.channel());
        }
    }

    /// Another one for each request; who writes the rest of an answer does not ask for another.
    private Exchange exchangeOf(SelectionKey key) {
        if (key.isReadable()) {
            next = next + 1 < exchanges.size() ? next + 1 : 0;
        }
        return exchanges.get(next);
    }

    /// A floor that cannot accept any more ends, and says why: a load would only see that nobody answers.
    private void accept(SelectionKey key) {
        try {
            var client = ((ServerSocketChannel) key.channel()).accept();
            if (client != null) {
                welcome(client, key.selector());
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private void welcome(SocketChannel client, Selector selector) {
        try {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, !habit.waitsForAcknowledgements());
            client.register(selector, SelectionKey.OP_READ);
        } catch (IOException gone) {
            close(client);
        }
    }

    /// Takes its key off the selector as well.
    private static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException closed) {
            // As good as closed.
        }
    }
}
