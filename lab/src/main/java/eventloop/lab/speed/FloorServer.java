package eventloop.lab.speed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The floor under every server with one loop in Java: it writes the same bytes for whatever it reads, and
/// looks at none of them. What a real server takes longer, its HTTP takes; what this one takes, the kernel
/// and the selector take.
///
/// Right only for clients that send one request at a time, in one piece, and take answers as they come: a
/// load generator on the same machine.
final class FloorServer {
    private static final int BACKLOG = 1024;
    private static final int LONGEST_REQUEST = 16 << 10;

    private final ByteBuffer request = ByteBuffer.allocateDirect(LONGEST_REQUEST);
    private final ByteBuffer response;

    private FloorServer(ByteBuffer response) {
        this.response = response;
    }

    /// @param arguments the file to answer with
    public static void main(String... arguments) throws IOException {
        var server = new FloorServer(response(Files.readAllBytes(Path.of(arguments[0]))));
        try (var selector = Selector.open();
                var listening = ServerSocketChannel.open()) {
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            listening.configureBlocking(false);
            listening.register(selector, SelectionKey.OP_ACCEPT);
            System.out.println(
                    "listening on http://127.0.0.1:%d/"
                            .formatted(listening.socket().getLocalPort()));
            while (true) {
                selector.select(server::turnTo);
            }
        }
    }

    /// With as many header fields as step 7 sends, so that as many bytes go over the wire.
    private static ByteBuffer response(byte[] body) {
        var head =
                """
                HTTP/1.1 200 OK
                Date: Mon, 01 Jan 2018 00:00:00 GMT
                Content-Type: text/html; charset=utf-8
                Content-Length: %d
                Last-Modified: Mon, 01 Jan 2018 00:00:00 GMT
                ETag: "0123456789abcdef-0123"
                Accept-Ranges: bytes

                """
                        .formatted(body.length)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(head.length + body.length).put(head).put(body).flip();
    }

    private void turnTo(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept(key);
            } else {
                answer((SocketChannel) key.channel());
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }

    private void accept(SelectionKey key) throws IOException {
        var client = ((ServerSocketChannel) key.channel()).accept();
        client.configureBlocking(false);
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.register(key.selector(), SelectionKey.OP_READ);
    }

    private void answer(SocketChannel client) throws IOException {
        if (client.read(request.clear()) < 0) {
            client.close();
        } else {
            client.write(response.rewind());
        }
    }
}
