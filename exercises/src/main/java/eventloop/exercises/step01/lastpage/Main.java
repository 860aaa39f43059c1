package eventloop.exercises.step01.lastpage;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Turns everybody away with one page, the way you wrote it.
public final class Main {
    private static final int PORT = 8080;

    private Main() {}

    public static void main(String... arguments) throws IOException {
        var port = List.of(arguments).indexOf("--port");
        var address =
                new InetSocketAddress(
                        "127.0.0.1", port < 0 ? PORT : Integer.parseInt(arguments[port + 1]));
        var page =
                "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 9\r\n\r\ntoo much\n";
        try (var listening = ServerSocketChannel.open().bind(address)) {
            System.out.printf("listening on http:/%s/%n", listening.getLocalAddress());
            while (true) {
                var client = listening.accept();
                try {
                    LastPage.sendAndClose(
                            client, ByteBuffer.wrap(page.getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException clientIsGone) {
                    // That costs this client, and not the next.
                }
            }
        }
    }
}
