package eventloop.lab.load;

import eventloop.lab.load.Clients.Connections;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A request ready to be sent, and the bytes that have to come back.
///
/// @param request outside the heap, shared by all clients and never released
record Target(ByteBuf request, ByteBuf body) {
    static Target of(Page page, String hostAndPort, Connections connections) throws IOException {
        var head =
                "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: course-lab\r\nAccept: */*\r\n%s\r\n"
                        .formatted(page.path(), hostAndPort, field(connections));
        return new Target(
                direct(head.getBytes(StandardCharsets.US_ASCII)),
                direct(Files.readAllBytes(Path.of(page.file()))));
    }

    private static String field(Connections connections) {
        return connections == Connections.KEPT ? "" : "Connection: close\r\n";
    }

    private static ByteBuf direct(byte[] bytes) {
        return Unpooled.unreleasableBuffer(
                Unpooled.directBuffer(bytes.length).writeBytes(bytes).asReadOnly());
    }
}
