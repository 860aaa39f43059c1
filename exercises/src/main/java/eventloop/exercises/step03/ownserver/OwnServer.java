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
        throw new UnsupportedOperationException("3.6 is yours to write");
    }
}
