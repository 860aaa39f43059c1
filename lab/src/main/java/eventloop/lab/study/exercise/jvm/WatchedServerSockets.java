package eventloop.lab.study.exercise.jvm;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The same as [WatchedSockets] for [ServerSocket], which does not ask a provider of channels. What it asks for its
/// inside is a factory.
final class WatchedServerSockets {
    private static final ConcurrentLinkedQueue<SocketImpl> LISTENING =
            new ConcurrentLinkedQueue<>();

    /// The only way to the port that is public.
    private static final Pattern PORT = Pattern.compile("localport=([1-9][0-9]*)");

    private WatchedServerSockets() {}

    /// From now on, those that are made are remembered.
    // Discouraged because it concerns the whole program; here that is what it is for.
    @SuppressWarnings("deprecation")
    static void begin() throws IOException {
        ServerSocket.setSocketFactory(() -> {
            var socket = jdks();
            LISTENING.add(socket);
            return socket;
        });
    }

    private static SocketImpl jdks() {
        try {
            var inside = Class.forName("sun.nio.ch.NioSocketImpl").getConstructor(boolean.class);
            return (SocketImpl) inside.newInstance(true);
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException(other);
        }
    }

    /// The port of one that is still open; each is told of once.
    static Optional<Integer> openPort() {
        return Stream.generate(LISTENING::poll)
                .takeWhile(socket -> socket != null)
                .filter(WatchedServerSockets::isOpen)
                .map(socket -> PORT.matcher(socket.toString()))
                .filter(port -> port.find())
                .map(port -> Integer.valueOf(port.group(1)))
                .findFirst();
    }

    private static boolean isOpen(SocketImpl socket) {
        try {
            socket.getOption(SocketOptions.SO_REUSEADDR);
            return true;
        } catch (SocketException closed) {
            return false;
        }
    }
}
